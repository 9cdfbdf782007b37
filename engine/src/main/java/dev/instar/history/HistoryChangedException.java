package dev.instar.history;

import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionId;

/** The history is not what the plan was made from. The transaction that found out was rolled back. */
public final class HistoryChangedException extends InstarException {

    private HistoryChangedException(String description) {
        super(description, "Start again; the plan will then be made from what the history says now.");
    }

    static HistoryChangedException alreadyApplied(RevisionId id) {
        return new HistoryChangedException(
                "Revision '%s' was applied by somebody else during this run; it was not applied twice.".formatted(id));
    }

    public static HistoryChangedException whileAway() {
        return new HistoryChangedException(
                "Somebody else changed what is applied while this run had lost its connection; the rest of it was not run.");
    }

    static HistoryChangedException notApplied(RevisionId id) {
        return new HistoryChangedException(
                "Revision '%s' was undone by somebody else during this run; it was not undone twice.".formatted(id));
    }
}
