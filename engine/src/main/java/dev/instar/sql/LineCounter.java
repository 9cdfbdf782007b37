package dev.instar.sql;

/** Counts lines and columns while characters pass by. */
final class LineCounter {

    private int line;
    private int column;

    LineCounter(int line, int column) {
        this.line = line;
        this.column = column;
    }

    void pass(char character, boolean beforeLineFeed) {
        if (character == '\n' || (character == '\r' && !beforeLineFeed)) {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(character)) {
            column++;
        }
    }

    /** Passes characters as long as they only move the column; returns the index of the first that does something else. */
    int passPlain(char[] chars, int from, int to) {
        int index = from;
        while (index < to && isPlain(chars[index])) {
            index++;
        }
        column += index - from;
        return index;
    }

    private static boolean isPlain(char character) {
        return (character > '\r' || character == '\t')
                && (character < '\uD800' || !Character.isLowSurrogate(character));
    }

    TextPosition positionAt(long offset) {
        return new TextPosition(offset, line, column);
    }
}
