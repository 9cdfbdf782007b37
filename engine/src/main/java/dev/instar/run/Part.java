package dev.instar.run;

import dev.instar.script.ScriptStatement;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a step that take effect together.
 *
 * @param first the number of the first one, counted from 1
 * @param last the number of the last one; smaller than the first when there are none
 * @param alone the statement that runs by itself, outside a transaction, or {@code null}
 */
record Part(int first, int last, @Nullable ScriptStatement alone) {

    static Part transaction(int first, int last) {
        return new Part(first, last, null);
    }

    boolean contains(int number) {
        return first <= number && number <= last;
    }

    /** What is left of it when the statements up to a number are done. */
    Part after(int done) {
        return new Part(Math.max(first, done + 1), last, alone);
    }
}
