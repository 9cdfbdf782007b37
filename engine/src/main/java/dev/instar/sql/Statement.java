package dev.instar.sql;

/**
 * One statement, as it is sent to the server.
 *
 * @param text from the first token to the last, comments between them included, without the semicolon
 * @param position where the first token stands in the script
 * @param kind what the leading words say it does
 * @param standardStrings what the script has made of {@code standard_conforming_strings} above it
 */
public record Statement(String text, TextPosition position, StatementKind kind, boolean standardStrings)
        implements SqlItem {

    /**
     * Finds the place in the script that an error position of the server means.
     *
     * @param characterIndex counted in code points from 1, as the server does; the end of the text when it is beyond
     */
    public TextPosition positionOf(int characterIndex) {
        int characters = text.codePointCount(0, text.length());
        int index = text.offsetByCodePoints(0, Math.max(0, Math.min(characterIndex - 1, characters)));
        return positionAt(index);
    }

    /** Finds the place in the script of a character (Java's) of the text, counted from 0. */
    public TextPosition positionAt(int index) {
        LineCounter counter = new LineCounter(position.line(), position.column());
        for (int i = 0; i < index; i++) {
            boolean beforeLineFeed = i + 1 < text.length() && text.charAt(i + 1) == '\n';
            counter.pass(text.charAt(i), beforeLineFeed);
        }
        return counter.positionAt(position.offset() + index);
    }
}
