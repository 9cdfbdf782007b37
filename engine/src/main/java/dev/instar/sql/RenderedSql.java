package dev.instar.sql;

import java.util.List;

/** A statement's text with its placeholders replaced, and the way back to the original. */
public final class RenderedSql {

    private final String original;
    private final String text;
    private final List<MissingPlaceholder> missing;
    private final List<Replacement> replacements;

    RenderedSql(String original, String text, List<MissingPlaceholder> missing, List<Replacement> replacements) {
        this.original = original;
        this.text = text;
        this.missing = List.copyOf(missing);
        this.replacements = List.copyOf(replacements);
    }

    /** The text to send; placeholders without a value still stand in it. */
    public String text() {
        return text;
    }

    /** All placeholders without a value, in the order of the text. */
    public List<MissingPlaceholder> missing() {
        return missing;
    }

    /** Where a character (Java's, from 0) of this text comes from: inside a value, the dollar sign it stands for. */
    public int originalOffset(int offset) {
        int shift = 0;
        for (Replacement replacement : replacements) {
            if (offset < replacement.renderedEnd()) {
                return Math.min(offset + shift, replacement.originalStart());
            }
            shift = replacement.originalEnd() - replacement.renderedEnd();
        }
        return offset + shift;
    }

    /** The same for an error position of the server, which counts code points from 1; so does the answer. */
    public int originalCharacterIndex(int characterIndex) {
        int characters = text.codePointCount(0, text.length());
        int offset = text.offsetByCodePoints(0, Math.max(0, Math.min(characterIndex - 1, characters)));
        return original.codePointCount(0, originalOffset(offset)) + 1;
    }

    /** One place where the two texts differ. */
    record Replacement(int originalStart, int originalEnd, int renderedEnd) {}
}
