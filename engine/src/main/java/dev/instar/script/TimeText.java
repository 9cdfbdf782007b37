package dev.instar.script;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}. */
final class TimeText {

    private static final Pattern TIME = Pattern.compile("(?<number>\\d{1,9}) ?(?<unit>ms|s|m|h)");

    private TimeText() {}

    /** The time, or {@code null} when the text is none, or none that anything could be limited to. */
    static @Nullable Duration parse(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        long number = Long.parseLong(time.group("number"));
        Duration duration = switch (time.group("unit")) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
        return duration.isZero() || duration.toMillis() > Integer.MAX_VALUE ? null : duration;
    }
}
