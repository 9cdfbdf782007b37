package dev.instar.sql;

/** Finds where words and numbers end. Every method returns the index behind the end. */
final class WordScanner {

    private final TextWindow text;

    WordScanner(TextWindow text) {
        this.text = text;
    }

    /** A word that touches a number belongs to it: the server refuses it, and nobody else shall see a word there. */
    int behindNumber(int start) {
        int radix = radix(start);
        int end = radix == 10 ? behindDecimal(start) : behindDigits(start + 2, radix);
        return CharacterClass.of(text.at(end)) == CharacterClass.LETTER ? behindWord(end) : end;
    }

    private int radix(int start) {
        int radix = switch (text.at(start) == '0' ? text.at(start + 1) : TextWindow.END) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
        return radix != 10 && behindDigits(start + 2, radix) == start + 2 ? 10 : radix;
    }

    private int behindDecimal(int start) {
        int index = behindDigits(start, 10);
        if (text.at(index) == '.' && text.at(index + 1) != '.') {
            index = behindDigits(index + 1, 10);
        }
        int exponent = index + 1;
        if (text.at(index) == 'e' || text.at(index) == 'E') {
            int sign = text.at(exponent);
            int digits = sign == '+' || sign == '-' ? exponent + 1 : exponent;
            int behind = behindDigits(digits, 10);
            return behind > digits ? behind : index;
        }
        return index;
    }

    /** Underscores may stand between digits. */
    int behindDigits(int start, int radix) {
        int index = start;
        while (isDigit(index, radix) || (text.at(index) == '_' && isDigit(index + 1, radix))) {
            index++;
        }
        return index;
    }

    private boolean isDigit(int index, int radix) {
        int character = text.at(index);
        return character < 128 && Character.digit(character, radix) >= 0;
    }

    int behindWord(int start) {
        int index = text.behind(start, CharacterSet.WORD);
        while (text.at(index) == '$' && text.at(index + 1) != '{') {
            index = text.behind(index + 1, CharacterSet.WORD);
        }
        return index;
    }
}
