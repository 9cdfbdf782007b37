package dev.instar;

import dev.instar.history.History;
import dev.instar.history.Journal;
import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.jdbc.Session;
import dev.instar.plan.Stamp;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.run.Run;
import dev.instar.script.Revisions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes what the history says without running anything, and writes down that it did. */
final class HistoryEditor {

    private final Session session;
    private final History history;
    private final Journal journal;
    private final Run run;
    private final Revisions revisions;

    HistoryEditor(Session session, History history, Journal journal, Run run, Revisions revisions) {
        this.session = session;
        this.history = history;
        this.journal = journal;
        this.run = run;
        this.revisions = revisions;
    }

    void stamp(Stamp stamp) {
        for (Revision revision : stamp.removed()) {
            history.recordRolledBack(session, revision.id());
            note(JournalEvent.STAMPED, revision, Direction.DOWNGRADE);
        }
        for (Revision revision : stamp.added()) {
            history.recordApplied(session, stamped(revision, run), run.applicationVersion(), downgradeOf(revision));
            note(JournalEvent.STAMPED, revision, Direction.UPGRADE);
        }
    }

    void accept(Revision revision) {
        history.recordAccepted(session, revision, downgradeOf(revision));
        note(JournalEvent.ACCEPTED, revision, Direction.UPGRADE);
    }

    /** What the history says of a revision that was not run. */
    static AppliedRevision stamped(Revision revision, Run run) {
        return new AppliedRevision(
                revision.id(),
                revision.revises(),
                revision.dependsOn(),
                revision.label(),
                revision.message(),
                revision.checksum(),
                Instant.now(),
                Duration.ZERO,
                run.by(),
                run.id(),
                revision.reversible());
    }

    private @Nullable String downgradeOf(Revision revision) {
        return revisions.script(revision.id()).downgradeSql();
    }

    private void note(JournalEvent event, Revision revision, Direction direction) {
        journal.append(
                session, new JournalEntry(run.id(), Instant.now(), event, revision.id(), direction, null, run.by()));
    }
}
