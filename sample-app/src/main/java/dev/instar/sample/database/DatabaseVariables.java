package dev.instar.sample.database;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The environment variables of a database, by the names a Python service has for them, as Spring properties. */
final class DatabaseVariables {

    private static final List<String> YES = List.of("true", "1", "yes", "on");

    private static final List<String> NO = List.of("false", "0", "no", "off", "");

    private final Function<String, @Nullable String> variables;

    DatabaseVariables(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    /** {@code DATABASE_URL}; nothing when it is not set. */
    Map<String, Object> connection() {
        String text = variables.apply("DATABASE_URL");
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        DatabaseUrl url = DatabaseUrl.parse(text);
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", url.jdbcUrl());
        if (url.username() != null) {
            properties.put("spring.datasource.username", literal(url.username()));
        }
        if (url.password() != null) {
            properties.put("spring.datasource.password", literal(url.password()));
        }
        return properties;
    }

    /** {@code DB_POOL_SIZE} connections are kept, {@code DB_MAX_OVERFLOW} more are opened when they are all busy. */
    Map<String, Object> pool() {
        int size = number("DB_POOL_SIZE", 5, 1);
        int overflow = number("DB_MAX_OVERFLOW", 10, 0);
        int timeoutSeconds = number("DB_POOL_TIMEOUT", 30, 1);
        return Map.of(
                "spring.datasource.hikari.minimum-idle",
                size,
                "spring.datasource.hikari.maximum-pool-size",
                size + overflow,
                "spring.datasource.hikari.connection-timeout",
                timeoutSeconds * 1000L);
    }

    /** {@code DB_ECHO_SQL}. */
    Map<String, Object> logging() {
        String text = variables.apply("DB_ECHO_SQL");
        String echo = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(echo)) {
            return Map.of("logging.level.org.springframework.jdbc.core", "DEBUG");
        }
        if (NO.contains(echo)) {
            return Map.of();
        }
        throw new UnusableDatabaseException("DB_ECHO_SQL is neither 'true' nor 'false'.", "Set it to one of the two.");
    }

    private int number(String name, int byDefault, int least) {
        String text = variables.apply(name);
        if (text == null || text.isBlank()) {
            return byDefault;
        }
        // Six digits: the sum of two and the seconds as milliseconds still fit what Hikari takes.
        if (!text.strip().matches("\\d{1,6}") || Integer.parseInt(text.strip()) < least) {
            throw new UnusableDatabaseException(
                    "%s is not a whole number from %d to 999999.".formatted(name, least),
                    "Correct it, or remove it for the default of %d.".formatted(byDefault));
        }
        return Integer.parseInt(text.strip());
    }

    /** Spring would look for a property where a password holds <code>${</code>, and print the password in vain. */
    private static String literal(String value) {
        return value.replace("${", "\\${");
    }
}
