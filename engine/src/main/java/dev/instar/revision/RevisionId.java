package dev.instar.revision;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a revision: letters, digits, {@code _} and {@code .}, so that it can never be mistaken for part of a
 * target expression.
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

    private static final int LONGEST = 64;
    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    public RevisionId {
        String problem = problemWith(value);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Says in a sentence why the text cannot be an id, or returns {@code null} when it can. */
    public static @Nullable String problemWith(String text) {
        if (text.isEmpty()) {
            return "The id of a revision is empty.";
        }
        if (text.length() > LONGEST) {
            return "The id '%s' is longer than %d characters.".formatted(text, LONGEST);
        }
        if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return "The id '%s' is a reserved word.".formatted(text);
        }
        return text.codePoints()
                .filter(character -> !isLegal(character))
                .mapToObj(character ->
                        "The id '%s' contains '%s'.".formatted(text, new String(Character.toChars(character))))
                .findFirst()
                .orElse(null);
    }

    private static boolean isLegal(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.';
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
