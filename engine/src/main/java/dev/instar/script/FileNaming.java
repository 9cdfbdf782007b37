package dev.instar.script;

import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionId;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How new files are named.
 *
 * @param template the name, in which <code>{rev}</code> stands for the id, <code>{slug}</code> for the message, and
 *     anything else in braces is a pattern for the time
 * @param idDigits how many hexadecimal digits a made up id has
 */
public record FileNaming(String template, int idDigits) {

    public static final FileNaming DEFAULT = new FileNaming("{yyyyMMddHHmm}_{rev}_{slug}.sql", 8);

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST_SLUG = 40;
    private static final int MOST_DIGITS = 32;
    private static final int FEWEST_DIGITS = 4;

    public FileNaming {
        if (!template.endsWith(".sql") || template.contains("/") || template.contains("\\")) {
            throw new InstarException(
                    "'%s' is not a name for files of revisions.".formatted(template),
                    "Write something like '%s', without folders.".formatted("{yyyyMMddHHmm}_{rev}_{slug}.sql"));
        }
        if (idDigits < FEWEST_DIGITS || idDigits > MOST_DIGITS) {
            throw new InstarException(
                    "Ids cannot have %d digits.".formatted(idDigits),
                    "Choose between %d and %d.".formatted(FEWEST_DIGITS, MOST_DIGITS));
        }
    }

    String name(RevisionId id, String message, ZonedDateTime time) {
        StringBuilder name = new StringBuilder();
        Matcher part = PART.matcher(template);
        while (part.find()) {
            part.appendReplacement(name, Matcher.quoteReplacement(value(part.group(1), id, message, time)));
        }
        part.appendTail(name);
        return visible(name.toString().replaceAll("[_-]+\\.sql$", ".sql"));
    }

    /** Nothing is left of a message in another alphabet, and nobody would read the file. */
    private String visible(String name) {
        if (name.startsWith(".")) {
            throw new InstarException(
                    "With '%s' the file would be called '%s', and hidden files are not read.".formatted(template, name),
                    "Let the name begin with '{rev}' or the time, as in '%s'.".formatted(DEFAULT.template()));
        }
        return name;
    }

    private String value(String part, RevisionId id, String message, ZonedDateTime time) {
        return switch (part) {
            case "rev" -> id.value();
            case "slug" -> slug(message);
            default -> formatted(part, time);
        };
    }

    private String formatted(String pattern, ZonedDateTime time) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
        } catch (IllegalArgumentException | DateTimeException noPattern) {
            throw new InstarException(
                    "'{%s}' in '%s' is neither '{rev}' nor '{slug}' nor a pattern for the time."
                            .formatted(pattern, template),
                    "Write something like '%s'.".formatted(DEFAULT.template()));
        }
    }

    /** The words of the message, as far as every file system likes them. */
    private static String slug(String message) {
        String plain = Normalizer.normalize(message, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        if (slug.length() <= LONGEST_SLUG) {
            return slug;
        }
        int wordEnd = slug.lastIndexOf('_', LONGEST_SLUG);
        return slug.substring(0, wordEnd > 0 ? wordEnd : LONGEST_SLUG);
    }
}
