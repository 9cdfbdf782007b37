package dev.instar.sql;

/** Says that a script cannot be split: what is wrong in the message, what to do in the remedy, each one sentence. */
public final class SqlSyntaxException extends RuntimeException {

    private final TextPosition position;
    private final String remedy;

    SqlSyntaxException(String message, TextPosition position, String remedy) {
        super(message);
        this.position = position;
        this.remedy = remedy;
    }

    /** Where the trouble begins: for something unterminated, where it was opened. */
    public TextPosition position() {
        return position;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
