package dev.instar;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.InstarException;
import java.util.List;
import java.util.StringJoiner;

/** The database is ahead of this build, and the settings say that it must not be. */
public final class UnknownRevisionsException extends InstarException {

    UnknownRevisionsException(List<AppliedRevision> unknown) {
        super(
                "Revisions are applied that no file explains: %s.".formatted(name(unknown)),
                "Start the newer build, bring the files back, or set 'instar.on-unknown-revision=warn'.");
    }

    static String name(List<AppliedRevision> unknown) {
        StringJoiner names = new StringJoiner(", ");
        for (AppliedRevision revision : unknown) {
            names.add("'%s' %s".formatted(revision.id(), revision.message()));
        }
        return names.toString();
    }
}
