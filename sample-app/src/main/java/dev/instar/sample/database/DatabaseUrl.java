package dev.instar.sample.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database URL as libpq, Heroku and SQLAlchemy write it, in the form the JDBC driver wants.
 *
 * <p>{@code postgresql+asyncpg://ada:s%40fe@db.example:6432/analytics?ssl=require} becomes
 * {@code jdbc:postgresql://db.example:6432/analytics?sslmode=require} with user and password beside it, so that what
 * is logged as the URL holds no secret. For the same reason no message of this class quotes any part of its input: in
 * a URL with an unescaped character, every part may be a piece of the password.
 */
record DatabaseUrl(
        String jdbcUrl, @Nullable String username, @Nullable String password) {

    /**
     * At signs, slashes and question marks are let in nowhere but at their places. Otherwise a password that holds one
     * would not fail, but move its second half into the host or the database, and from there into the logs.
     */
    private static final Pattern SHAPE = Pattern.compile(
            "postgres(?:ql)?(?:\\+[a-z0-9]+)?://(?:(?<credentials>[^/?]*)@)?(?<hosts>[^/?@]*)(?:/(?<database>[^/?@]*))?"
                    + "(?:\\?(?<query>[^@]*))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[0-9A-Fa-f]*:[0-9A-Fa-f:.]+]|[\\w.-]*)(?::(?<port>\\d{0,5}))?");

    /** Parameters that libpq or asyncpg call by another name than the JDBC driver. */
    private static final Map<String, String> DRIVER_NAMES =
            Map.of("application_name", "ApplicationName", "connect_timeout", "connectTimeout");

    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /**
     * Reads a URL.
     *
     * @throws UnusableDatabaseException when it is malformed
     */
    static DatabaseUrl parse(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            throw malformed("does not read 'postgresql://user:password@host:port/database?parameters'");
        }
        try {
            return of(shape);
        } catch (IllegalArgumentException malformedPercent) {
            throw malformed("holds a '%' that is not followed by two hexadecimal digits");
        }
    }

    private static DatabaseUrl of(Matcher shape) {
        Map<String, String> parameters = parameters(shape.group("query"));
        String[] credentials = split(shape.group("credentials"), ':');
        String username = parameters.getOrDefault("user", PercentCode.decode(credentials[0]));
        String password = parameters.getOrDefault("password", PercentCode.decode(credentials[1]));
        parameters.keySet().removeAll(List.of("user", "password"));
        String database = shape.group("database") == null ? "" : PercentCode.decode(shape.group("database"));
        String jdbcUrl = "jdbc:postgresql://" + hosts(shape.group("hosts")) + '/' + PercentCode.encode(database)
                + query(parameters);
        return new DatabaseUrl(jdbcUrl, emptyToNull(username), emptyToNull(password));
    }

    private static String hosts(String hosts) {
        List<String> checked = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            Matcher matcher = HOST.matcher(host);
            if (!matcher.matches()) {
                throw malformed(
                        "holds a host that is neither a name, nor an IPv4 address, nor an IPv6 address in brackets,"
                                + " or a port that is not a number");
            }
            String name = matcher.group("name").isEmpty() ? "localhost" : matcher.group("name");
            checked.add(name + port(matcher.group("port")));
        }
        return String.join(",", checked);
    }

    private static String port(@Nullable String port) {
        if (port == null || port.isEmpty()) {
            return "";
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            throw malformed("holds a port that is not between 1 and 65535");
        }
        return ":" + number;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            String[] pair = split(parameter, '=');
            String name = PercentCode.decode(pair[0]);
            String value = PercentCode.decode(pair[1]);
            if (!name.isEmpty()) {
                parameters.put(driverName(name, value), value);
            }
        }
        return parameters;
    }

    /** The driver reads asyncpg's {@code ssl=require} as "not true" and would quietly fall back to plain text. */
    private static String driverName(String name, String value) {
        return name.equals("ssl") && SSL_MODES.contains(value) ? "sslmode" : DRIVER_NAMES.getOrDefault(name, name);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream().map(DatabaseUrl::pair).collect(Collectors.joining("&", "?", ""));
    }

    private static String pair(Entry<String, String> parameter) {
        return PercentCode.encode(parameter.getKey()) + '=' + PercentCode.encode(parameter.getValue());
    }

    /** Both sides of the first separator; an empty text for each side that is not there. */
    private static String[] split(@Nullable String text, char separator) {
        if (text == null) {
            return new String[] {"", ""};
        }
        int at = text.indexOf(separator);
        return at < 0 ? new String[] {text, ""} : new String[] {text.substring(0, at), text.substring(at + 1)};
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static UnusableDatabaseException malformed(String what) {
        return new UnusableDatabaseException(
                "DATABASE_URL " + what + ".",
                "Correct it, and percent-encode the characters % : / ? # [ ] @ where they belong to a user name or a"
                        + " password (an at sign is %40).");
    }

    /** Leaves the password out, so that no log line can hold it. */
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
