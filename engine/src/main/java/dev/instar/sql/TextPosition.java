package dev.instar.sql;

/**
 * A place in a text.
 *
 * @param offset characters (Java's) before it, a byte order mark not counted
 * @param line counted from 1; CR LF is one line end
 * @param column counted from 1, in code points
 */
public record TextPosition(long offset, int line, int column) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
