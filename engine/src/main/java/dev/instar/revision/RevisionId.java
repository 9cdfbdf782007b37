package dev.instar.revision;

import org.jspecify.annotations.Nullable;

/**
 * The name of a revision: letters, digits, {@code _} and {@code .}, so that it can never be mistaken for part of a
 * target expression.
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

    public RevisionId {
        String problem = problemWith(value);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Says in a sentence why the text cannot be an id, or returns {@code null} when it can. */
    public static @Nullable String problemWith(String text) {
        return Name.problemWith("id", text);
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
