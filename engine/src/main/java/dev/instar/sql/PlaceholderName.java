package dev.instar.sql;

/** Recognises <code>${name}</code>; names consist of letters, digits, {@code .}, {@code _} and {@code -}. */
final class PlaceholderName {

    private PlaceholderName() {}

    /** The index behind the placeholder whose dollar sign stands at the index, or -1 when there is none. */
    static int behind(TextWindow text, int dollar) {
        int index = dollar + 2;
        while (isPart(text.at(index))) {
            index++;
        }
        return index > dollar + 2 && text.at(index) == '}' ? index + 1 : -1;
    }

    private static boolean isPart(int character) {
        return CharacterClass.isWordPart(character) || character == '.' || character == '-';
    }
}
