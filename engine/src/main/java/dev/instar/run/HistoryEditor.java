package dev.instar.run;

import dev.instar.history.HistorySnapshot;
import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.jdbc.Change;
import dev.instar.plan.Position;
import dev.instar.plan.Stamp;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.script.Revisions;
import java.time.Duration;
import java.util.ArrayList;
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
            List<Change> changes = new ArrayList<>();
            List<JournalEntry> lines = new ArrayList<>();
            for (Revision revision : stamp.removed()) {
                changes.add(locked.history().rolledBack(revision.id()));
                lines.add(line(JournalEvent.STAMPED, revision, Direction.DOWNGRADE, run));
            }
            for (Revision revision : stamp.added()) {
                changes.add(locked.history()
                        .applied(stamped(revision, run), run.applicationVersion(), downgradeOf(revision, revisions)));
                lines.add(line(JournalEvent.STAMPED, revision, Direction.UPGRADE, run));
            }
            write(changes, lines, locked);
            return stamp;
        }
    }

    /** Waits for the migration lock, and records that what is applied of these revisions is what they are now. */
    public List<Revision> accept(Run run, Revisions revisions, Function<Position, List<Revision>> finding) {
        try (LockedSession locked = sessions.open(run)) {
            HistorySnapshot history = locked.history().read(locked.session());
            List<Revision> edited = finding.apply(new Position(revisions.graph(), history.applied()));
            Revisions scripts = revisions.asApplied(history.skipped());
            List<Change> changes = new ArrayList<>();
            List<JournalEntry> lines = new ArrayList<>();
            for (Revision revision : edited) {
                changes.add(locked.history().accepted(revision, downgradeOf(revision, scripts)));
                lines.add(line(JournalEvent.ACCEPTED, revision, Direction.UPGRADE, run));
            }
            write(changes, lines, locked);
            return edited;
        }
    }

    /** What the history says of a revision that was not run. */
    public static AppliedRevision stamped(Revision revision, Run run) {
        return run.applied(revision, Duration.ZERO, false);
    }

    private static Position position(LockedSession locked, Revisions revisions) {
        return new Position(
                revisions.graph(), locked.history().read(locked.session()).applied());
    }

    private static @Nullable String downgradeOf(Revision revision, Revisions revisions) {
        return revisions.script(revision.id()).downgradeSql();
    }

    private static JournalEntry line(JournalEvent event, Revision revision, Direction direction, Run run) {
        return run.entry(event, 1).about(revision.id(), direction);
    }

    private static void write(List<Change> changes, List<JournalEntry> lines, LockedSession locked) {
        if (!lines.isEmpty()) {
            locked.session().inTransaction(() -> locked.journal().append(locked.session(), changes, lines));
        }
    }
}
