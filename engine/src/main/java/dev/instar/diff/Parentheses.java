package dev.instar.diff;

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
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < expression.length(); i++) {
            char character = expression.charAt(i);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == '(') {
                depth++;
            } else if (character == ')') {
                depth--;
            }
            if (depth == 0) {
                return i > 0 && i == expression.length() - 1;
            }
        }
        return false;
    }
}
