package dev.instar.sql;

/**
 * Follows {@code BEGIN ATOMIC ... END} in the words of a {@code CREATE FUNCTION} or {@code PROCEDURE} that stand
 * outside parentheses: semicolons in there do not end the statement. A word behind a dot or behind {@code AS} is a
 * name, whatever it spells.
 */
final class AtomicBody {

    private Heading heading = Heading.EMPTY;
    private int depth;
    private boolean afterBegin;
    private boolean nameFollows;

    /** How much of {@code CREATE [OR REPLACE] FUNCTION} has passed. */
    private enum Heading {
        EMPTY,
        CREATE,
        OR,
        REPLACE,
        ROUTINE,
        OTHER
    }

    boolean isOpen() {
        return depth > 0;
    }

    int depth() {
        return depth;
    }

    /** Whether what passes is the definition of a function or procedure. */
    boolean isRoutine() {
        return heading == Heading.ROUTINE;
    }

    void pass(TokenType type, Lexer token) {
        if (heading == Heading.ROUTINE) {
            passBody(type, token);
        } else if (type == TokenType.WORD && heading != Heading.OTHER) {
            heading = headingAfter(token);
        }
    }

    private Heading headingAfter(Lexer word) {
        if (heading == Heading.EMPTY) {
            return word.is("create") ? Heading.CREATE : Heading.OTHER;
        }
        if (heading == Heading.OR) {
            return word.is("replace") ? Heading.REPLACE : Heading.OTHER;
        }
        return heading == Heading.CREATE && word.is("or") ? Heading.OR : routine(word);
    }

    private static Heading routine(Lexer word) {
        return word.is("function") || word.is("procedure") ? Heading.ROUTINE : Heading.OTHER;
    }

    private void passBody(TokenType type, Lexer token) {
        boolean name = nameFollows;
        nameFollows = type == TokenType.WORD ? !name && token.is("as") : token.is('.');
        if (type == TokenType.WORD && !name) {
            passWord(token);
        } else {
            afterBegin = false;
        }
    }

    private void passWord(Lexer word) {
        if (afterBegin && word.is("atomic")) {
            depth++;
        } else if (isOpen() && word.is("case")) {
            depth++;
        } else if (isOpen() && word.is("end")) {
            depth--;
        }
        afterBegin = word.is("begin");
    }
}
