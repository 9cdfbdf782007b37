package dev.instar.sql;

import org.jspecify.annotations.Nullable;

/** Cuts a text into tokens by the rules of PostgreSQL's own scanner; the token is what lies between its indexes. */
final class Lexer {

    private final TextWindow text;
    private final QuoteScanner quotes;
    private final OperatorScanner operators;
    private final WordScanner words;
    private boolean standardStrings = true;
    private int start;
    private int end;
    private boolean lineBegun;
    private boolean startsLine;
    private StringRules stringRules = StringRules.STANDARD;
    private int continuation = -1;

    Lexer(TextWindow text, int from) {
        this.text = text;
        this.quotes = new QuoteScanner(text);
        this.operators = new OperatorScanner(text);
        this.words = new WordScanner(text);
        this.end = from;
    }

    /** What {@code standard_conforming_strings} says from here on. */
    void standardStrings(boolean on) {
        this.standardStrings = on;
    }

    boolean standardStrings() {
        return standardStrings;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Whether only white space stands before the token on its line. */
    boolean startsLine() {
        return startsLine;
    }

    boolean is(char symbol) {
        return end - start == 1 && text.at(start) == symbol;
    }

    boolean is(String lowerCaseWord) {
        return Words.equal(text.chars(), start, end, lowerCaseWord);
    }

    int behindLineComment(int comment) {
        return quotes.behindLineComment(comment);
    }

    /** Passes over the rest of the line. */
    void skipLine() {
        end = quotes.behindLineComment(end);
    }

    /** Carries on at the index, at the beginning of a line. */
    void resumeAt(int index) {
        end = index;
        lineBegun = false;
    }

    /** Lets go of everything before the end of the token. */
    void release() {
        end -= text.release(end);
        start = end;
    }

    TokenType next() {
        if (continuation >= 0) {
            start = continuation;
            return string(TokenType.STRING_CONTINUATION, start);
        }
        skipWhiteSpace();
        startsLine = !lineBegun;
        lineBegun = true;
        return scan(text.at(start));
    }

    private void skipWhiteSpace() {
        int index = end;
        int character = text.at(index);
        while (CharacterClass.of(character) == CharacterClass.SPACE) {
            if (CharacterClass.isLineEnd(character)) {
                lineBegun = false;
            }
            character = text.at(++index);
        }
        start = index;
    }

    private TokenType scan(int first) {
        return switch (CharacterClass.of(first)) {
            case CharacterClass.LETTER -> wordOrPrefixed(first);
            case CharacterClass.DIGIT -> number();
            case CharacterClass.OPERATOR -> commentOrOperator(first);
            case CharacterClass.QUOTE -> string(start, standardStrings ? StringRules.STANDARD : StringRules.ESCAPING);
            case CharacterClass.DOUBLE_QUOTE -> token(TokenType.QUOTED_NAME, quotes.behindQuotedName(start, start));
            case CharacterClass.DOLLAR -> dollar();
            case CharacterClass.COLON -> colon();
            case CharacterClass.DOT -> dot();
            case CharacterClass.BACKSLASH -> token(TokenType.BACKSLASH, start + 1);
            case CharacterClass.END -> token(TokenType.END, start);
            default -> token(TokenType.SYMBOL, start + 1);
        };
    }

    private TokenType token(TokenType type, int behind) {
        end = behind;
        return type;
    }

    private TokenType wordOrPrefixed(int first) {
        int second = text.at(start + 1);
        if (second == '\'') {
            StringRules rules = rulesAfter(first);
            if (rules != null) {
                return string(start + 1, rules);
            }
        } else if (second == '&' && (first == 'u' || first == 'U')) {
            int third = text.at(start + 2);
            if (third == '\'') {
                return string(start + 2, StringRules.STANDARD);
            }
            if (third == '"') {
                return token(TokenType.QUOTED_NAME, quotes.behindQuotedName(start, start + 2));
            }
        }
        return token(TokenType.WORD, words.behindWord(start));
    }

    private @Nullable StringRules rulesAfter(int prefix) {
        return switch (prefix) {
            case 'e', 'E' -> StringRules.ESCAPING;
            case 'b', 'B', 'x', 'X' -> StringRules.BITS;
            case 'n', 'N' -> standardStrings ? StringRules.STANDARD : StringRules.ESCAPING;
            default -> null;
        };
    }

    private TokenType string(int quote, StringRules rules) {
        stringRules = rules;
        return string(TokenType.STRING, quote);
    }

    private TokenType string(TokenType type, int quote) {
        end = quotes.behindString(start, quote, stringRules);
        continuation = continuationAfter(end);
        return type;
    }

    /** A string goes on where, after white space with a line end in it, another quote opens. */
    private int continuationAfter(int behind) {
        boolean newLine = false;
        int index = behind;
        while (true) {
            int character = text.at(index);
            if (character == '-' && text.at(index + 1) == '-') {
                if (newLine && DirectiveComment.nameBegins(text, index) >= 0) {
                    return -1;
                }
                index = quotes.behindLineComment(index);
            } else if (CharacterClass.of(character) == CharacterClass.SPACE) {
                newLine |= CharacterClass.isLineEnd(character);
                index++;
            } else {
                return newLine && character == '\'' ? index : -1;
            }
        }
    }

    private TokenType commentOrOperator(int first) {
        int second = text.at(start + 1);
        if (first == '-' && second == '-') {
            return token(TokenType.LINE_COMMENT, quotes.behindLineComment(start));
        }
        if (first == '/' && second == '*') {
            return token(TokenType.BLOCK_COMMENT, quotes.behindBlockComment(start));
        }
        return token(TokenType.OPERATOR, operators.behindOperator(start));
    }

    private TokenType dollar() {
        int second = text.at(start + 1);
        if (CharacterClass.of(second) == CharacterClass.DIGIT) {
            return token(TokenType.PARAMETER, words.behindDigits(start + 1, 10));
        }
        if (second == '{') {
            int behind = PlaceholderName.behind(text, start);
            return behind < 0 ? token(TokenType.SYMBOL, start + 1) : token(TokenType.PLACEHOLDER, behind);
        }
        int length = quotes.lengthOfDollarQuote(start);
        return length == 0
                ? token(TokenType.SYMBOL, start + 1)
                : token(TokenType.DOLLAR_STRING, quotes.behindDollarString(start, length));
    }

    private TokenType colon() {
        int second = text.at(start + 1);
        return token(TokenType.SYMBOL, second == ':' || second == '=' ? start + 2 : start + 1);
    }

    private TokenType dot() {
        int second = text.at(start + 1);
        if (CharacterClass.of(second) == CharacterClass.DIGIT) {
            return number();
        }
        return token(TokenType.SYMBOL, second == '.' ? start + 2 : start + 1);
    }

    private TokenType number() {
        return token(TokenType.NUMBER, words.behindNumber(start));
    }
}
