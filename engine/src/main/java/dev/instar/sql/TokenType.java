package dev.instar.sql;

/** What the lexer tells apart. */
enum TokenType {
    WORD,
    QUOTED_NAME,
    STRING,
    /** The next piece of a string that goes on after a line end: {@code 'a'} newline {@code 'b'}. */
    STRING_CONTINUATION,
    DOLLAR_STRING,
    NUMBER,
    PARAMETER,
    PLACEHOLDER,
    OPERATOR,
    SYMBOL,
    LINE_COMMENT,
    BLOCK_COMMENT,
    BACKSLASH,
    END;

    boolean isComment() {
        return this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
