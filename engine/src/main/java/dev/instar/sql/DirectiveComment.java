package dev.instar.sql;

import org.jspecify.annotations.Nullable;

/** Tells directives from other line comments. */
final class DirectiveComment {

    private DirectiveComment() {}

    /** The index of the first letter of the directive's name in the line comment at the index, or -1. */
    static int nameBegins(TextWindow text, int comment) {
        int index = comment + 2;
        while (isBlank(text.at(index))) {
            index++;
        }
        int letter = text.at(index + 1);
        boolean named = letter != TextWindow.END && Character.isLetter(letter);
        return text.at(index) == '@' && named ? index + 1 : -1;
    }

    /** Those of other alphabets, which come from a word processor, look the same. */
    private static boolean isBlank(int character) {
        return character == '\t' || character != TextWindow.END && Character.isSpaceChar(character);
    }

    /** The name that a comment would call if it were written as a directive; {@code null} when it calls none. */
    static @Nullable String nameMeant(TextWindow text, int start, int end) {
        int sign = start;
        while (sign < end && (text.at(sign) == '-' || isBlank(text.at(sign)))) {
            sign++;
        }
        int name = sign + 1;
        while (name < end && isBlank(text.at(name))) {
            name++;
        }
        return name < end && text.at(sign) == '@' ? text.text(name, end).strip() : null;
    }

    static @Nullable Directive read(TextWindow text, int start, int end) {
        int name = nameBegins(text, start);
        if (name < 0) {
            return null;
        }
        int behindName = name;
        while (behindName < end && !Character.isWhitespace(text.at(behindName))) {
            behindName++;
        }
        String argument = text.text(behindName, end).strip();
        return new Directive(text.text(name, behindName), argument, text.position(start));
    }
}
