package dev.instar.diff;

import dev.instar.sql.Brackets;

/** Puts an expression of the server in exactly one pair of parentheses. */
final class Parentheses {

    private Parentheses() {}

    static String around(String expression) {
        return isWrapped(expression) ? expression : "(" + expression + ")";
    }

    /** Without the outer of two pairs. */
    static String single(String expression) {
        return isWrapped(expression) && isWrapped(expression.substring(1, expression.length() - 1))
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }

    /** Whether the first parenthesis closes with the last character. */
    private static boolean isWrapped(String expression) {
        return expression.startsWith("(") && Brackets.closing(expression, 1) == expression.length() - 1;
    }
}
