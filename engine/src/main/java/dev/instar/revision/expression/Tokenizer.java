package dev.instar.revision.expression;

import dev.instar.revision.Name;
import java.util.ArrayList;
import java.util.List;

/** Cuts a target into names and signs. */
final class Tokenizer {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokensOf(String text) {
        return new Tokenizer(text).tokens();
    }

    private List<Token> tokens() {
        int index = 0;
        while (index < text.length()) {
            Token token = tokenAt(index);
            tokens.add(token);
            index += token.text().length();
        }
        tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return tokens;
    }

    private Token tokenAt(int index) {
        return switch (text.charAt(index)) {
            case '@' -> token(Token.Kind.AT, index, index + 1);
            case '+' -> token(Token.Kind.PLUS, index, index + 1);
            case '-' -> token(Token.Kind.MINUS, index, index + 1);
            case ':' -> token(Token.Kind.COLON, index, index + 1);
            case ',' -> token(Token.Kind.COMMA, index, index + 1);
            default -> name(index);
        };
    }

    private Token name(int start) {
        int end = start;
        while (end < text.length() && Name.isLegal(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        if (end == start) {
            throw new InvalidTargetException(
                    "The target '%s' contains '%s' at character %d."
                            .formatted(text, Character.toString(text.codePointAt(start)), start + 1),
                    "Names consist of letters, digits, '_' and '.'.");
        }
        return token(Token.Kind.NAME, start, end);
    }

    private Token token(Token.Kind kind, int start, int end) {
        return new Token(kind, text.substring(start, end), start + 1);
    }
}
