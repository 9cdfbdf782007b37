package dev.instar.sql;

import java.util.Map;

/**
 * Replaces <code>${name}</code> in the text of a statement; <code>$${</code> stands for a literal <code>${</code>.
 * Comments stay as they are, and so do texts in dollar quotes unless asked otherwise. Outside quotes <code>$${</code>
 * is the beginning of a dollar quote, as it is for PostgreSQL.
 */
public final class Placeholders {

    private final Map<String, String> values;
    private final boolean insideDollarQuotes;

    /** Replaces by these values, everywhere but in dollar quotes and comments. */
    public Placeholders(Map<String, String> values) {
        this(values, false);
    }

    private Placeholders(Map<String, String> values, boolean insideDollarQuotes) {
        this.values = Map.copyOf(values);
        this.insideDollarQuotes = insideDollarQuotes;
    }

    /** The same, inside dollar quotes too. */
    public Placeholders insideDollarQuotes() {
        return new Placeholders(values, true);
    }

    /** Replaces what it can; what it cannot is in {@link RenderedSql#missing}. */
    public RenderedSql render(String statement) {
        return render(statement, true);
    }

    /** The same, where {@code standard_conforming_strings} says something else. */
    public RenderedSql render(String statement, boolean standardStrings) {
        PlaceholderRendering rendering = new PlaceholderRendering(statement, values);
        if (statement.contains("${")) {
            walk(statement, standardStrings, rendering);
        }
        return rendering.finish();
    }

    /** Writes a statement so that it becomes itself when placeholders are replaced in it. */
    public static String escape(String statement) {
        if (!statement.contains("${")) {
            return statement;
        }
        StringBuilder escaped = new StringBuilder();
        Lexer lexer = new Lexer(new TextWindow(statement.toCharArray(), statement.length()), 0);
        int done = 0;
        try {
            for (TokenType type = lexer.next(); type != TokenType.END; type = lexer.next()) {
                if (type.isComment() || type == TokenType.DOLLAR_STRING) {
                    escaped.append(statement.substring(done, lexer.start()).replace("${", "$${"));
                    escaped.append(statement, lexer.start(), lexer.end());
                    done = lexer.end();
                }
            }
        } catch (SqlSyntaxException unterminated) {
            // What cannot be read to its end has nothing in it that would be replaced.
        }
        return escaped.append(statement.substring(done).replace("${", "$${")).toString();
    }

    private void walk(String statement, boolean standardStrings, PlaceholderRendering rendering) {
        TextWindow text = new TextWindow(statement.toCharArray(), statement.length());
        Lexer lexer = new Lexer(text, 0);
        lexer.standardStrings(standardStrings);
        try {
            for (TokenType type = lexer.next(); type != TokenType.END; type = lexer.next()) {
                if (type.isComment()) {
                    rendering.replaceUntil(lexer.start());
                    rendering.copyUntil(lexer.end());
                } else if (type == TokenType.DOLLAR_STRING) {
                    rendering.replaceUntil(lexer.start());
                    dollarString(text, lexer, rendering);
                }
            }
        } catch (SqlSyntaxException unterminated) {
            // The server will say so; up to there everything is replaced all the same.
        }
    }

    private void dollarString(TextWindow text, Lexer lexer, PlaceholderRendering rendering) {
        int quote = new QuoteScanner(text).lengthOfDollarQuote(lexer.start());
        if (insideDollarQuotes) {
            rendering.copyUntil(lexer.start() + quote);
            rendering.replaceUntil(lexer.end() - quote);
        }
        rendering.copyUntil(lexer.end());
    }
}
