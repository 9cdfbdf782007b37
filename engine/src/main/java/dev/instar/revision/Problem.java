package dev.instar.revision;

import org.jspecify.annotations.Nullable;

/**
 * Something a user has to put right.
 *
 * @param what one sentence that says what is wrong, names in single quotes
 * @param where the file and line, when there is one
 * @param remedy one sentence that says what to do
 */
public record Problem(String what, @Nullable Origin where, String remedy) {

    /** What is wrong, with its place worked into the sentence. */
    public String description() {
        String sentence = what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
        return where == null ? sentence + "." : "%s (%s).".formatted(sentence, where);
    }

    @Override
    public String toString() {
        return description() + " " + remedy;
    }
}
