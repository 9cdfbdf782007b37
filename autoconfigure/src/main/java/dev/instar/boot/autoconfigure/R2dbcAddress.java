package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Where {@code spring.r2dbc.*} leads: the way to the database of an application that itself does without JDBC. */
record R2dbcAddress(Environment environment) {

    static final String URL = "spring.r2dbc.url";

    static boolean isIn(Environment environment) {
        return environment.containsProperty(URL)
                && ClassUtils.isPresent("io.r2dbc.spi.ConnectionFactoryOptions", R2dbcAddress.class.getClassLoader());
    }

    /** Connections of the application's user, unless another one is named. */
    DataSource dedicated(@Nullable String user, @Nullable String password) {
        ConnectionFactoryOptions options = options();
        return DedicatedConnections.to(
                url(options),
                user == null ? text(options, ConnectionFactoryOptions.USER, "spring.r2dbc.username") : user,
                user == null ? text(options, ConnectionFactoryOptions.PASSWORD, "spring.r2dbc.password") : password);
    }

    /** What the URL says, and what is said beside it of the driver's own options, which comes first. */
    private ConnectionFactoryOptions options() {
        ConnectionFactoryOptions.Builder options = ConnectionFactoryOptions.parse(environment.getRequiredProperty(URL))
                .mutate();
        Binder.get(environment)
                .bind("spring.r2dbc.properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((name, value) -> options.option(Option.valueOf(name), value));
        return options.build();
    }

    private String url(ConnectionFactoryOptions options) {
        String host = text(options, ConnectionFactoryOptions.HOST);
        if (host == null || !isPostgres(options)) {
            throw new InstarException(
                    "The application has no data source, and its R2DBC URL does not lead to a PostgreSQL server.",
                    "Set 'instar.url', or 'instar.mode=off'.");
        }
        String port = text(options, ConnectionFactoryOptions.PORT);
        String database = text(options, ConnectionFactoryOptions.DATABASE, "spring.r2dbc.name");
        return "jdbc:postgresql://%s%s/%s%s"
                .formatted(host, port == null ? "" : ":" + port, database == null ? "" : database, parameters(options));
    }

    /** A driver may wrap another; then the protocol says which one. */
    private static boolean isPostgres(ConnectionFactoryOptions options) {
        return "%s:%s"
                .formatted(
                        text(options, ConnectionFactoryOptions.DRIVER),
                        text(options, ConnectionFactoryOptions.PROTOCOL))
                .contains("postgres");
    }

    /** What decides whether a connection comes about, and where it leads. */
    private static String parameters(ConnectionFactoryOptions options) {
        StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");
        String mode = text(options, Option.valueOf("sslMode"));
        add(parameters, "ssl", text(options, ConnectionFactoryOptions.SSL));
        add(
                parameters,
                "sslmode",
                mode == null ? null : mode.toLowerCase(Locale.ROOT).replace('_', '-'));
        add(parameters, "sslrootcert", text(options, Option.valueOf("sslRootCert")));
        add(parameters, "currentSchema", text(options, Option.valueOf("schema")));
        return parameters.toString();
    }

    private static void add(StringJoiner parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** What the URL does not say may be said beside it, as Boot has it. */
    private @Nullable String text(ConnectionFactoryOptions options, Option<?> option, String property) {
        String value = text(options, option);
        return value == null ? environment.getProperty(property) : value;
    }

    private static @Nullable String text(ConnectionFactoryOptions options, Option<?> option) {
        Object value = options.getValue(option);
        return value == null ? null : value.toString();
    }
}
