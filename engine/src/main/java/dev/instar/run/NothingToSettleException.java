package dev.instar.run;

import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionId;

/** Somebody decided about a revision that needs no decision. */
public final class NothingToSettleException extends InstarException {

    private NothingToSettleException(String description, String action) {
        super(description, action);
    }

    static NothingToSettleException notHalfDone(RevisionId revision) {
        return new NothingToSettleException(
                "Revision '%s' is not half done: there is nothing to decide about it.".formatted(revision),
                "Look at 'instar status' to see which revisions are.");
    }

    static NothingToSettleException nothingInDoubt(RevisionId revision) {
        return new NothingToSettleException(
                "Revision '%s' is half done, but none of its statements is in doubt.".formatted(revision),
                "Run 'instar upgrade heads' to bring it to its end, or decide '--undone' when you have undone it by hand.");
    }
}
