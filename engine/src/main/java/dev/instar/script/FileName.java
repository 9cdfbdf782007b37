package dev.instar.script;

import org.jspecify.annotations.Nullable;

/**
 * What a file's name says when its header does not: {@code 001_initial_schema.sql} is revision {@code 001}, "Initial
 * schema".
 *
 * @param number the digits it begins with, or {@code null}
 * @param slug what stands behind them
 */
record FileName(@Nullable String number, String slug) {

    /** As many as a {@code long} can hold. */
    private static final int MOST_DIGITS = 18;

    static FileName parse(String name) {
        String bare = name.endsWith(".sql") ? name.substring(0, name.length() - ".sql".length()) : name;
        int digits = 0;
        while (digits < bare.length() && isDigit(bare.charAt(digits))) {
            digits++;
        }
        int slug = digits;
        while (slug < bare.length() && isSeparator(bare.charAt(slug))) {
            slug++;
        }
        boolean isNumbered = digits > 0 && digits <= MOST_DIGITS && slug > digits;
        return isNumbered ? new FileName(bare.substring(0, digits), bare.substring(slug)) : new FileName(null, bare);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isSeparator(char character) {
        return character == '_' || character == '-';
    }

    /** What the revision does, as a sentence. */
    String message() {
        String words = slug.replace('_', ' ').replace('-', ' ').strip();
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
