package dev.instar;

import dev.instar.history.HistorySnapshot;
import dev.instar.plan.Plan;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.RevisionGraph;
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

    /** The same of what is half done, as far as the plan leaves it so. */
    void judge(HistorySnapshot history, Plan plan, RevisionGraph files) {
        history.refuseToLeaveHalfDone(plan, this == FAIL ? null : files);
    }
}
