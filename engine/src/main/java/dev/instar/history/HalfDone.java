package dev.instar.history;

import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import java.util.List;

/**
 * A revision of which some statements have taken effect and others not: a run that was applying or undoing it did not
 * come to the end.
 */
public record HalfDone(RevisionId revision, Direction direction) {

    boolean isAmong(List<Step> steps) {
        for (Step step : steps) {
            if (step.revision().id().equals(revision) && step.direction() == direction) {
                return true;
            }
        }
        return false;
    }
}
