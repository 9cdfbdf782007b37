package dev.instar.history;

import dev.instar.revision.Direction;
import dev.instar.revision.InstarException;
import java.util.List;
import java.util.StringJoiner;

/** Revisions are half applied or half undone, and what was asked for would not bring them to an end. */
public final class HalfDoneException extends InstarException {

    HalfDoneException(List<HalfDone> steps) {
        super(
                sentences(steps),
                "Bring that to an end first, with %s; or undo by hand what it has done, and run 'instar resume %s --undone'."
                        .formatted(way(steps.get(0)), steps.get(0).revision()));
    }

    private static String way(HalfDone step) {
        return step.direction() == Direction.UPGRADE
                ? "'instar upgrade heads'"
                : "'instar downgrade' to a target below '%s'".formatted(step.revision());
    }

    private static String sentences(List<HalfDone> steps) {
        StringJoiner sentences = new StringJoiner(" ");
        for (HalfDone step : steps) {
            sentences.add("The %s of revision '%s' was begun and has not come to its end."
                    .formatted(step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade", step.revision()));
        }
        return sentences.toString();
    }
}
