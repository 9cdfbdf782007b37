package dev.instar.sql;

/** Compares words as SQL does: capitals of the ASCII alphabet equal their small letters, nothing else. */
final class Words {

    private Words() {}

    static boolean equal(char[] chars, int start, int end, String lowerCase) {
        if (end - start != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (fold(chars[start + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static String folded(char[] chars, int start, int end) {
        char[] folded = new char[end - start];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(chars[start + i]);
        }
        return new String(folded);
    }

    static char fold(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
    }
}
