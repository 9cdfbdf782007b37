package dev.instar;

import dev.instar.plan.Position;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.run.Outcome;
import dev.instar.run.Run;
import dev.instar.run.RunReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands.
 *
 * @param running the run of this process that is under way, or {@code null}
 * @param lastRun the last run of this process, or {@code null} when it has not run anything
 */
public record Status(
        Position position, @Nullable Run running, @Nullable RunReport lastRun) {

    /** Applied revisions whose upgrade was edited since: while there are any, an upgrade is refused. */
    public List<RevisionId> edited() {
        return position.edited().stream().map(Revision::id).toList();
    }

    public State state() {
        if (running != null) {
            return State.RUNNING;
        }
        if (lastRun != null && lastRun.outcome() == Outcome.FAILURE) {
            return State.FAILED;
        }
        if (!position.pending().isEmpty()) {
            return State.PENDING;
        }
        return position.unknown().isEmpty() ? State.UP_TO_DATE : State.AHEAD;
    }
}
