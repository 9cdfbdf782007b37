package dev.instar.sql;

/**
 * Follows {@code BEGIN ATOMIC ... END} in the words outside parentheses, where semicolons do not end the statement.
 * A word behind a dot or behind {@code AS} is a name, whatever it spells.
 */
final class AtomicBody {

    private boolean possible;
    private boolean empty = true;
    private int depth;
    private boolean afterBegin;
    private boolean nameFollows;

    boolean isOpen() {
        return depth > 0;
    }

    void pass(TokenType type, Lexer token) {
        if (empty) {
            empty = false;
            possible = type == TokenType.WORD && token.is("create");
        } else if (possible) {
            boolean name = nameFollows;
            nameFollows = type == TokenType.WORD ? !name && token.is("as") : token.is('.');
            if (type == TokenType.WORD && !name) {
                passWord(token);
            } else {
                afterBegin = false;
            }
        }
    }

    private void passWord(Lexer token) {
        if (depth == 0) {
            depth = afterBegin && token.is("atomic") ? 1 : 0;
            afterBegin = token.is("begin");
        } else if (token.is("case")) {
            depth++;
        } else if (token.is("end")) {
            depth--;
        }
    }
}
