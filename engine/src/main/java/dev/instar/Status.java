package dev.instar;

import dev.instar.history.HalfDone;
import dev.instar.history.RunRecord;
import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands.
 *
 * @param target where this build wants it to be
 * @param halfDone revisions that a run began to apply or to undo without coming to the end
 * @param running the run that is under way, in whatever process, or {@code null}
 * @param lastRun the last run that has ended, of whatever process, or {@code null} when there was none
 * @param failedHere whether a run of this process failed, and nothing was done to the database since
 */
public record Status(
        Position position,
        Target target,
        List<HalfDone> halfDone,
        @Nullable RunRecord running,
        @Nullable RunRecord lastRun,
        boolean failedHere) {

    public Status {
        halfDone = List.copyOf(halfDone);
    }

    /** Applied revisions whose upgrade or place was edited since: while there are any, an upgrade is refused. */
    public List<RevisionId> edited() {
        List<RevisionId> edited = new ArrayList<>();
        for (Revision revision : position.edited()) {
            edited.add(revision.id());
        }
        return edited;
    }

    /** The revisions that lead to everything this build expects. */
    public List<RevisionId> expected() {
        return new Targets(position).destination(target);
    }

    /** What this build expects and the database does not have yet, in order. */
    public List<Revision> pending() {
        return new Targets(position).missing(target);
    }

    /** The command that applies what is pending, and nothing that the target leaves out. */
    public String upgradeCommand() {
        return target.equals(Target.HEADS) ? "instar upgrade" : "instar upgrade " + target;
    }

    public State state() {
        if (running != null) {
            return State.RUNNING;
        }
        if (!pending().isEmpty() || !unfinished().isEmpty()) {
            return failedHere ? State.FAILED : State.PENDING;
        }
        return position.unknown().isEmpty() && halfDone.isEmpty() ? State.UP_TO_DATE : State.AHEAD;
    }

    /** What is half done of revisions that this build knows, so that it is nobody else's business. */
    public List<HalfDone> unfinished() {
        List<HalfDone> ours = new ArrayList<>();
        for (HalfDone one : halfDone) {
            if (position.graph().contains(one.revision())) {
                ours.add(one);
            }
        }
        return ours;
    }
}
