package dev.instar.sql;

/**
 * Writes a statement so that {@code psql} sends what it means: {@code psql} puts values of its own variables behind
 * colons, forgets at the end of a line that a string has escapes, and takes words in the definition of a routine for the
 * brackets of its body that are names there.
 */
public final class PsqlText {

    private final String statement;
    private final Lexer lexer;
    private final AtomicBody body = new AtomicBody();
    private final StringBuilder written = new StringBuilder();
    private int done;
    private int end;
    private int parentheses;
    private int begin = -1;
    private boolean escapes;

    private PsqlText(String statement, boolean standardStrings) {
        this.statement = statement;
        this.lexer = new Lexer(new TextWindow(statement.toCharArray(), statement.length()), 0);
        lexer.standardStrings(standardStrings);
    }

    /**
     * The statement for {@code psql}.
     *
     * @param standardStrings what {@code standard_conforming_strings} says there
     */
    public static String of(String statement, boolean standardStrings) {
        return new PsqlText(statement, standardStrings).rewritten();
    }

    private String rewritten() {
        try {
            for (TokenType type = lexer.next(); type != TokenType.END; type = lexer.next()) {
                if (!type.isComment()) {
                    pass(type);
                    end = lexer.end();
                }
            }
        } catch (SqlSyntaxException unterminated) {
            // The server will say so.
        }
        return written.append(statement, done, statement.length()).toString();
    }

    private void pass(TokenType type) {
        if (begin >= 0 && !(type == TokenType.WORD && lexer.is("atomic"))) {
            quote(begin, begin + "begin".length());
        }
        begin = -1;
        if (type == TokenType.SYMBOL && lexer.is(':')) {
            copyUntil(lexer.end());
            written.append(' ');
        } else if (type == TokenType.STRING) {
            escapes = Words.fold(statement.charAt(lexer.start())) == 'e';
        } else if (type == TokenType.STRING_CONTINUATION && escapes) {
            copyUntil(end - 1);
            done = lexer.start() + 1;
        }
        passBrackets(type);
    }

    private void passBrackets(TokenType type) {
        if (type == TokenType.SYMBOL && lexer.is('(')) {
            parentheses++;
        } else if (type == TokenType.SYMBOL && lexer.is(')')) {
            parentheses--;
        } else if (parentheses == 0) {
            int before = body.depth();
            body.pass(type, lexer);
            boolean isBracket = type == TokenType.WORD && body.isRoutine();
            if (isBracket && lexer.is("begin")) {
                begin = lexer.start();
            } else if (isBracket && before > 0 && body.depth() == before && (lexer.is("case") || lexer.is("end"))) {
                quote(lexer.start(), lexer.end());
            }
        }
    }

    private void quote(int from, int behind) {
        copyUntil(from);
        char[] name = statement.substring(from, behind).toCharArray();
        written.append('"').append(Words.folded(name, 0, name.length)).append('"');
        done = behind;
    }

    private void copyUntil(int behind) {
        written.append(statement, done, behind);
        done = behind;
    }
}
