package dev.instar;

import dev.instar.revision.InstarException;
import dev.instar.revision.Revision;
import java.util.List;
import java.util.StringJoiner;

/** The database does not have what this build needs, and nobody was asked to change that. */
public final class PendingRevisionsException extends InstarException {

    PendingRevisionsException(List<Revision> pending) {
        super(
                "The database lacks %d revision%s that this build needs: %s."
                        .formatted(pending.size(), pending.size() == 1 ? "" : "s", name(pending)),
                "Migrate it first, with 'instar.mode=migrate' on one instance, and start again.");
    }

    private static String name(List<Revision> pending) {
        StringJoiner names = new StringJoiner(", ");
        for (Revision revision : pending) {
            names.add("'%s' %s (%s)".formatted(revision.id(), revision.message(), revision.origin()));
        }
        return names.toString();
    }
}
