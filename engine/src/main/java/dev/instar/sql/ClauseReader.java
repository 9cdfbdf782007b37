package dev.instar.sql;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a statement whose kind is known to find the names in it. Words are given in lower case; comments do not
 * count.
 */
public final class ClauseReader {

    private final String statement;
    private final TextWindow text;
    private final Lexer lexer;
    private TokenType type = TokenType.END;

    public ClauseReader(String statement) {
        this.statement = statement;
        this.text = new TextWindow(statement.toCharArray(), statement.length());
        this.lexer = new Lexer(text, 0);
        advance();
    }

    /** Steps over these words when they are next, one after the other; false, and further by those that were, if not. */
    public boolean skip(String... words) {
        for (String word : words) {
            if (!isAt(word)) {
                return false;
            }
            advance();
        }
        return true;
    }

    /** Steps over a pair of parentheses and what is in it, when that is next. */
    public boolean skipParentheses() {
        if (!isAt("(")) {
            return false;
        }
        int depth = 0;
        do {
            depth += isAt("(") ? 1 : isAt(")") ? -1 : 0;
            advance();
        } while (depth > 0 && !atEnd());
        return true;
    }

    /** Steps over whatever is next, parentheses as a whole. */
    public void pass() {
        if (!skipParentheses()) {
            advance();
        }
    }

    /**
     * Whether one of these names stands from here on, or in a string something that looks like one: there may be SQL in
     * it.
     *
     * @param names as the server keeps them
     */
    public boolean mentions(Collection<String> names) {
        for (; !atEnd(); advance()) {
            String token = statement.substring(lexer.start(), lexer.end());
            if (isNamePart() ? names.contains(ObjectName.kept(token)) : isString() && resembles(token, names)) {
                return true;
            }
        }
        return false;
    }

    private boolean isString() {
        return type == TokenType.STRING || type == TokenType.STRING_CONTINUATION || type == TokenType.DOLLAR_STRING;
    }

    private static boolean resembles(String text, Collection<String> names) {
        for (String name : names) {
            Pattern word = Pattern.compile(
                    "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            if (word.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether this word or symbol is next. */
    public boolean isAt(String word) {
        return type == TokenType.WORD
                ? lexer.is(word)
                : type == TokenType.SYMBOL && statement.startsWith(word, lexer.start()) && length() == word.length();
    }

    public boolean atEnd() {
        return type == TokenType.END;
    }

    /** Where the next token begins in the text of the statement, counted in Java's characters from 0. */
    public int position() {
        return lexer.start();
    }

    /** Steps over a name, or returns {@code null} when none is next. */
    public @Nullable ObjectName name() {
        if (!isNamePart()) {
            return null;
        }
        int start = lexer.start();
        int last = start;
        int end = lexer.end();
        advance();
        while (isAt(".")) {
            advance();
            if (!isNamePart()) {
                break;
            }
            last = lexer.start();
            end = lexer.end();
            advance();
        }
        return new ObjectName(statement.substring(start, end), statement.substring(last, end), start, end);
    }

    /** Steps over a string in plain quotes and returns what it means, or {@code null} when none is next. */
    public @Nullable String string() {
        if (type != TokenType.STRING || statement.charAt(lexer.start()) != '\'') {
            return null;
        }
        String written = statement.substring(lexer.start() + 1, lexer.end() - 1);
        advance();
        return written.replace("''", "'");
    }

    private boolean isNamePart() {
        return type == TokenType.WORD || type == TokenType.QUOTED_NAME;
    }

    private int length() {
        return lexer.end() - lexer.start();
    }

    private void advance() {
        try {
            do {
                type = lexer.next();
            } while (type.isComment());
        } catch (SqlSyntaxException unterminated) {
            type = TokenType.END;
        }
    }
}
