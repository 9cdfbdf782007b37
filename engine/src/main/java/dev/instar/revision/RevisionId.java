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

    /** Written out, because every map of a graph asks for it: what the language would supply is linked when first used. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevisionId id && id.value.equals(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
