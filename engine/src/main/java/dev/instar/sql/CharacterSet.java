package dev.instar.sql;

/** A set of ASCII characters that takes no time to ask; everything beyond ASCII is in it. */
final class CharacterSet {

    /** What the inside of a word consists of; a {@code $} too, but that one needs a second look. */
    static final CharacterSet WORD = letters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    static final CharacterSet NOT_LINE_END = allBut("\n\r");
    static final CharacterSet NOT_QUOTE = allBut("'\\");
    static final CharacterSet NOT_DOUBLE_QUOTE = allBut("\"");
    static final CharacterSet NOT_DOLLAR = allBut("$");
    static final CharacterSet NOT_COMMENT_MARK = allBut("*/");

    private final boolean[] ascii = new boolean[128];

    private CharacterSet(String characters, boolean members) {
        for (char character = 0; character < ascii.length; character++) {
            ascii[character] = characters.indexOf(character) >= 0 == members;
        }
    }

    private static CharacterSet letters(String characters) {
        return new CharacterSet(characters, true);
    }

    private static CharacterSet allBut(String characters) {
        return new CharacterSet(characters, false);
    }

    boolean contains(char character) {
        return character >= 128 || ascii[character];
    }
}
