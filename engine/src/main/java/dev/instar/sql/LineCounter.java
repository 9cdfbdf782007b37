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

    TextPosition positionAt(long offset) {
        return new TextPosition((int) Math.min(offset, Integer.MAX_VALUE), line, column);
    }
}
