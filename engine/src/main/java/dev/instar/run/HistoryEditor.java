package dev.instar.run;

import dev.instar.history.HistorySnapshot;
import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.plan.Position;
import dev.instar.plan.Stamp;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.script.Revisions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Changes what the history says without running anything, all or nothing, and writes down that it did. */
public final class HistoryEditor {

    private final LockedSessions sessions;

    public HistoryEditor(DataSource dataSource, RunSettings settings, RunListener listener, StopSignal stop) {
        this.sessions = new LockedSessions(Connector.to(dataSource, settings, stop), settings, listener, stop);
    }

    /** Waits for the migration lock, and makes the history say what the stamp does that is found then. */
    public Stamp stamp(Run run, Revisions revisions, Function<Position, Stamp> planning) {
        try (LockedSession locked = sessions.open(run)) {
            Stamp stamp = planning.apply(position(locked, revisions));
            locked.session().inTransaction(() -> {
                for (Revision revision : stamp.removed()) {
                    locked.history().recordRolledBack(locked.session(), revision.id());
                    note(JournalEvent.STAMPED, revision, Direction.DOWNGRADE, run, locked);
                }
                for (Revision revision : stamp.added()) {
                    locked.history()
                            .recordApplied(
                                    locked.session(),
                                    stamped(revision, run),
                                    run.applicationVersion(),
                                    downgradeOf(revision, revisions));
                    note(JournalEvent.STAMPED, revision, Direction.UPGRADE, run, locked);
                }
            });
            return stamp;
        }
    }

    /** Waits for the migration lock, and records that what is applied of these revisions is what they are now. */
    public List<Revision> accept(Run run, Revisions revisions, Function<Position, List<Revision>> finding) {
        try (LockedSession locked = sessions.open(run)) {
            HistorySnapshot history = locked.history().read(locked.session());
            List<Revision> edited = finding.apply(new Position(revisions.graph(), history.applied()));
            Revisions scripts = revisions.asApplied(history.skipped());
            locked.session().inTransaction(() -> {
                for (Revision revision : edited) {
                    locked.history().recordAccepted(locked.session(), revision, downgradeOf(revision, scripts));
                    note(JournalEvent.ACCEPTED, revision, Direction.UPGRADE, run, locked);
                }
            });
            return edited;
        }
    }

    /** What the history says of a revision that was not run. */
    public static AppliedRevision stamped(Revision revision, Run run) {
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
                revision.reversible(),
                false);
    }

    private static Position position(LockedSession locked, Revisions revisions) {
        return new Position(
                revisions.graph(), locked.history().read(locked.session()).applied());
    }

    private static @Nullable String downgradeOf(Revision revision, Revisions revisions) {
        return revisions.script(revision.id()).downgradeSql();
    }

    private static void note(
            JournalEvent event, Revision revision, Direction direction, Run run, LockedSession locked) {
        locked.journal()
                .append(
                        locked.session(),
                        JournalEntry.of(event, run.id(), run.by())
                                .plan(run.trigger().word(), 1, run.applicationVersion())
                                .about(revision.id(), direction));
    }
}
