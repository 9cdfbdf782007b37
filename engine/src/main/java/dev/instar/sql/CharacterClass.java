package dev.instar.sql;

/** Which role a character plays at the start of a token and inside a word. */
final class CharacterClass {

    static final byte OTHER = 0;
    static final byte SPACE = 1;
    static final byte LETTER = 2;
    static final byte DIGIT = 3;
    static final byte OPERATOR = 4;
    static final byte QUOTE = 5;
    static final byte DOUBLE_QUOTE = 6;
    static final byte DOLLAR = 7;
    static final byte BACKSLASH = 8;
    static final byte COLON = 9;
    static final byte DOT = 10;
    static final byte END = 11;

    private static final byte[] ASCII = new byte[128];

    static {
        mark(" \t\n\r\f\u000B", SPACE);
        mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", LETTER);
        mark("0123456789", DIGIT);
        mark("~!@#^&|`?+-*/%<>=", OPERATOR);
        mark("'", QUOTE);
        mark("\"", DOUBLE_QUOTE);
        mark("$", DOLLAR);
        mark("\\", BACKSLASH);
        mark(":", COLON);
        mark(".", DOT);
    }

    private CharacterClass() {}

    private static void mark(String characters, byte role) {
        for (char character : characters.toCharArray()) {
            ASCII[character] = role;
        }
    }

    /** To PostgreSQL everything beyond ASCII is a letter, be it a space in Unicode's eyes. */
    static byte of(int character) {
        if (character >= 128) {
            return LETTER;
        }
        return character < 0 ? END : ASCII[character];
    }

    static boolean isWordPart(int character) {
        byte role = of(character);
        return role == LETTER || role == DIGIT;
    }

    static boolean isLineEnd(int character) {
        return character == '\n' || character == '\r';
    }
}
