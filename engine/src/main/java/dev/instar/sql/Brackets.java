package dev.instar.sql;

/** The brackets in an expression as a server writes it. What stands in quotes is passed over. */
public final class Brackets {

    private Brackets() {}

    /** Where the bracket closes that was opened before this place; behind the text when it does not. */
    public static int closing(String text, int from) {
        int end = endOfElement(text, from);
        while (end < text.length() && text.charAt(end) == ',') {
            end = endOfElement(text, end + 1);
        }
        return end;
    }

    /** The next comma, or where the bracket closes around it; behind the text when there is neither. */
    public static int endOfElement(String text, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (depth == 0 && ",)]".indexOf(character) >= 0) {
                return i;
            } else {
                depth += "([".indexOf(character) >= 0 ? 1 : ")]".indexOf(character) >= 0 ? -1 : 0;
            }
        }
        return text.length();
    }

    /** The expression in exactly one pair of parentheses. */
    public static String around(String expression) {
        return isWrapped(expression) ? expression : "(" + expression + ")";
    }

    /** The expression without the outer of two pairs. */
    public static String single(String expression) {
        return isWrapped(expression) && isWrapped(expression.substring(1, expression.length() - 1))
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }

    /** Whether the first parenthesis closes with the last character. */
    private static boolean isWrapped(String expression) {
        return expression.startsWith("(") && closing(expression, 1) == expression.length() - 1;
    }
}
