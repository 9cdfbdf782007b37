package dev.instar.script;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file's name says when its header does not: {@code 001_initial_schema.sql} is revision {@code 001}, "Initial
 * schema".
 *
 * @param number the digits it begins with, or {@code null}
 */
record FileName(@Nullable String number, String message) {

    private static final Pattern NUMBERED = Pattern.compile("(?<number>\\d{1,18})[_-]+(?<slug>.*)");

    static FileName parse(String name) {
        String bare = name.endsWith(".sql") ? name.substring(0, name.length() - ".sql".length()) : name;
        Matcher numbered = NUMBERED.matcher(bare);
        return numbered.matches()
                ? new FileName(numbered.group("number"), sentence(numbered.group("slug")))
                : new FileName(null, sentence(bare));
    }

    private static String sentence(String slug) {
        String words = slug.replace('_', ' ').replace('-', ' ').strip();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
