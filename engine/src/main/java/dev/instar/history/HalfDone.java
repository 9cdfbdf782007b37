package dev.instar.history;

import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.Problem;
import dev.instar.revision.RevisionId;
import java.util.List;

/**
 * A revision of which some statements have taken effect and others not: a run that was applying or undoing it did not
 * come to the end.
 */
public record HalfDone(RevisionId revision, Direction direction) {

    /** What every plan is refused for that does not bring it to its end. */
    public Problem problem() {
        boolean up = direction == Direction.UPGRADE;
        return new Problem(
                "The %s of revision '%s' was begun and has not come to its end"
                        .formatted(up ? "upgrade" : "downgrade", revision),
                null,
                "Bring that to an end first, with %s; or undo by hand what it has done, and run 'instar resume %s --undone'."
                        .formatted(
                                up
                                        ? "'instar upgrade heads'"
                                        : "'instar downgrade' to a target below '%s'".formatted(revision),
                                revision));
    }

    boolean isAmong(List<Step> steps) {
        for (Step step : steps) {
            if (step.revision().id().equals(revision) && step.direction() == direction) {
                return true;
            }
        }
        return false;
    }
}
