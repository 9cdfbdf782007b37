package dev.instar;

import dev.instar.revision.AppliedRevision;
import java.util.List;

/** What to do when the database is ahead of this build: its history holds revisions that no file explains. */
public enum OnUnknownRevision {
    /** Say so in the log and go on. */
    WARN,
    /** Refuse. */
    FAIL,
    /** Go on without a word. */
    IGNORE;

    void judge(List<AppliedRevision> unknown) {
        if (this == FAIL && !unknown.isEmpty()) {
            throw new UnknownRevisionsException(unknown);
        }
    }
}
