package dev.instar.sql;

import org.jspecify.annotations.Nullable;

/** Gathers the tokens of one statement. */
final class StatementScan {

    private final TextWindow text;
    private final Lexer lexer;
    private final @Nullable TokenDigest digest;
    private final AtomicBody body = new AtomicBody();
    private @Nullable TextPosition position;
    private int start;
    private int end;
    private int parentheses;
    private boolean placeholderBefore;

    StatementScan(TextWindow text, Lexer lexer, @Nullable TokenDigest digest) {
        this.text = text;
        this.lexer = lexer;
        this.digest = digest;
    }

    boolean isEmpty() {
        return position == null;
    }

    /** Whether a semicolon here belongs to the statement. */
    boolean isNested() {
        return parentheses > 0 || body.isOpen();
    }

    void add(TokenType type) {
        if (isEmpty()) {
            start = lexer.start();
            position = text.position(start);
        }
        if (digest != null) {
            feed(type, digest);
        }
        end = lexer.end();
        if (type == TokenType.SYMBOL && lexer.is('(')) {
            parentheses++;
        } else if (type == TokenType.SYMBOL && lexer.is(')')) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (parentheses == 0) {
            body.pass(type, lexer);
        }
    }

    private void feed(TokenType type, TokenDigest sink) {
        // White space beside a placeholder counts: what replaces it may be part of a word.
        boolean besidePlaceholder = (type == TokenType.PLACEHOLDER || placeholderBefore) && lexer.start() == end;
        if (type == TokenType.STRING_CONTINUATION || (besidePlaceholder && lexer.start() > start)) {
            sink.joint();
        }
        placeholderBefore = type == TokenType.PLACEHOLDER;
        sink.token(type, text.chars(), lexer.start(), lexer.end());
    }

    Statement statement(TextPosition at) {
        if (digest != null) {
            digest.endOfStatement();
        }
        StatementKind kind = StatementClassifier.kindOf(words());
        return new Statement(text.text(start, end), at, kind, lexer.standardStrings());
    }

    StatementWords words() {
        return new StatementWords(text.chars(), start, end, lexer.standardStrings());
    }

    @Nullable
    TextPosition position() {
        return position;
    }
}
