package dev.instar.history;

import dev.instar.revision.InstarException;
import java.util.List;
import java.util.StringJoiner;

/** Revisions are half applied or half undone, and what was asked for would not bring them to an end. */
public final class HalfDoneException extends InstarException {

    HalfDoneException(List<HalfDone> steps) {
        super(sentences(steps), steps.get(0).problem().remedy());
    }

    private static String sentences(List<HalfDone> steps) {
        StringJoiner sentences = new StringJoiner(" ");
        for (HalfDone step : steps) {
            sentences.add(step.problem().description());
        }
        return sentences.toString();
    }
}
