package dev.instar.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Follows what a script does to {@code standard_conforming_strings}. */
final class StandardStringsSetting {

    private static final String NAME = "standard_conforming_strings";

    private StandardStringsSetting() {}

    /** What the setting is after a {@code SET}, {@code RESET} or {@code DISCARD ALL}; null when it stays as it is. */
    static @Nullable Boolean after(StatementWords words) {
        if (words.skip("discard")) {
            return Boolean.TRUE;
        }
        if (words.skip("reset")) {
            return isNamed(words) || words.is("all") ? Boolean.TRUE : null;
        }
        words.skip("set");
        if (!words.skip("session")) {
            words.skip("local");
        }
        if (!isNamed(words)) {
            return null;
        }
        words.advance();
        boolean assigned = words.skip("=") || words.skip("to");
        return assigned ? isOn(words.current()) : null;
    }

    private static boolean isNamed(StatementWords words) {
        return words.current().replace("\"", "").equalsIgnoreCase(NAME);
    }

    private static @Nullable Boolean isOn(String value) {
        return switch (value.replace("'", "").toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1", "t", "y", "default" -> Boolean.TRUE;
            case "of", "off", "false", "no", "0", "f", "n" -> Boolean.FALSE;
            default -> null;
        };
    }
}
