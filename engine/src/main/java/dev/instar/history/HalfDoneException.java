package dev.instar.history;

import dev.instar.revision.InstarException;
import java.util.List;

/** Revisions are half applied or half undone, and what was asked for would not bring them to an end. */
public final class HalfDoneException extends InstarException {

    HalfDoneException(List<HalfDone> steps) {
        super(
                String.join(
                        " ",
                        steps.stream().map(step -> step.problem().description()).toList()),
                steps.get(0).problem().remedy());
    }
}
