package dev.instar.revision;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ids and labels have in common: they share one namespace, so they share its rules. A name can never be mistaken
 * for part of a target expression.
 */
public final class Name {

    /** What to do about a text that cannot be one. */
    public static final String REMEDY =
            "Use up to 64 letters, digits, '_' and '.', and none of the words 'head', 'heads', 'base' and 'current'.";

    private static final int LONGEST = 64;
    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private Name() {}

    /**
     * Says in a sentence why the text cannot be a name, or returns {@code null} when it can.
     *
     * @param kind what the name is for, as the sentence shall call it: "id" or "label"
     */
    public static @Nullable String problemWith(String kind, String text) {
        if (text.isEmpty()) {
            return "The %s of a revision is empty.".formatted(kind);
        }
        if (text.length() > LONGEST) {
            return "The %s '%s' is longer than %d characters.".formatted(kind, text, LONGEST);
        }
        if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return "The %s '%s' is a reserved word.".formatted(kind, text);
        }
        int character;
        for (int index = 0; index < text.length(); index += Character.charCount(character)) {
            character = text.codePointAt(index);
            if (!isLegal(character)) {
                return "The %s '%s' contains '%s'.".formatted(kind, text, Character.toString(character));
            }
        }
        return null;
    }

    /** Whether the character may stand in a name: a letter, a digit, {@code _} or {@code .}. */
    public static boolean isLegal(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.';
    }
}
