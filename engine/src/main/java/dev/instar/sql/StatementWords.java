package dev.instar.sql;

import java.util.Set;

/** Walks through the tokens of a statement: unquoted words folded to lower case, everything else as written. */
final class StatementWords {

    private static final String END = "";
    private static final Set<String> OFF = Set.of("false", "off", "0");

    private final TextWindow text;
    private final Lexer lexer;
    private String current = END;

    StatementWords(char[] chars, int start, int end, boolean standardStrings) {
        this.text = new TextWindow(chars, end);
        this.lexer = new Lexer(text, start);
        lexer.standardStrings(standardStrings);
        enter();
    }

    static StatementWords of(String statement) {
        return new StatementWords(statement.toCharArray(), 0, statement.length(), true);
    }

    /** The token; for a pair of parentheses and what is in it, the opening one. */
    String current() {
        return current;
    }

    boolean atEnd() {
        return current.isEmpty();
    }

    boolean is(String word) {
        return current.equals(word);
    }

    boolean isOneOf(Set<String> words) {
        return words.contains(current);
    }

    /** Goes to the next token, past the whole of a pair of parentheses. */
    void advance() {
        if (is("(")) {
            skipOptions("");
        } else {
            enter();
        }
    }

    /** Goes to the next token, into a pair of parentheses. */
    void enter() {
        TokenType type = nextToken();
        if (type == TokenType.END) {
            current = END;
            return;
        }
        current = type == TokenType.WORD
                ? Words.folded(text.chars(), lexer.start(), lexer.end())
                : text.text(lexer.start(), lexer.end());
    }

    private TokenType nextToken() {
        try {
            TokenType type = lexer.next();
            while (type.isComment()) {
                type = lexer.next();
            }
            return type;
        } catch (SqlSyntaxException unterminated) {
            // Not this one's business: the words before it have said enough.
            return TokenType.END;
        }
    }

    /** Steps over the word when it is the current one. */
    boolean skip(String word) {
        boolean found = is(word);
        if (found) {
            enter();
        }
        return found;
    }

    /** Steps over options in parentheses when they are next, and says whether this one is on. */
    boolean skipOptions(String option) {
        boolean on = false;
        if (is("(")) {
            int depth = 1;
            enter();
            while (depth > 0 && !atEnd()) {
                boolean named = depth == 1 && is(option);
                depth += is("(") ? 1 : is(")") ? -1 : 0;
                enter();
                on |= named && !OFF.contains(current);
            }
        }
        return on;
    }

    /** Goes on until the words stand side by side, and past them; false when they never do. */
    boolean skipTo(String first, String second) {
        while (!atEnd()) {
            boolean found = is(first);
            advance();
            if (found && skip(second)) {
                return true;
            }
        }
        return false;
    }
}
