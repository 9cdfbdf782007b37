package dev.instar.revision.expression;

/**
 * The smallest piece of a target.
 *
 * @param column where it starts, counted from 1
 */
record Token(Kind kind, String text, int column) {

    enum Kind {
        NAME,
        AT,
        PLUS,
        MINUS,
        COLON,
        COMMA,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isSign() {
        return kind == Kind.PLUS || kind == Kind.MINUS;
    }

    boolean isNumber() {
        return kind == Kind.NAME && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
