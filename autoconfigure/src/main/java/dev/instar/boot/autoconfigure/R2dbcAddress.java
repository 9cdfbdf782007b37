package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Where {@code spring.r2dbc.*} leads: the way to the database of an application that itself does without JDBC. */
final class R2dbcAddress {

    static final String URL = "spring.r2dbc.url";

    private final Environment environment;

    R2dbcAddress(Environment environment) {
        this.environment = environment;
    }

    static boolean isIn(Environment environment) {
        return environment.containsProperty(URL) && isUnderstood();
    }

    /** Who has connections without JDBC, and is built ahead of time, may have no URL for them before it runs. */
    static boolean mayBeSaidLater(ListableBeanFactory beans) {
        return isUnderstood() && beans.getBeanNamesForType(ConnectionFactory.class, true, false).length > 0;
    }

    private static boolean isUnderstood() {
        return ClassUtils.isPresent("io.r2dbc.spi.ConnectionFactoryOptions", R2dbcAddress.class.getClassLoader());
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
                .formatted(
                        host,
                        port == null ? "" : ":" + port,
                        database == null ? "" : encoded(database),
                        parameters(options));
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
        String mode = either(options, "sslMode", "sslmode");
        String settings = text(options, Option.valueOf("options"));
        add(parameters, "ssl", text(options, ConnectionFactoryOptions.SSL));
        add(
                parameters,
                "sslmode",
                mode == null ? null : mode.toLowerCase(Locale.ROOT).replace('_', '-'));
        for (String name : List.of("sslRootCert", "sslCert", "sslKey", "sslPassword")) {
            add(parameters, name.toLowerCase(Locale.ROOT), text(options, Option.valueOf(name)));
        }
        add(parameters, "targetServerType", text(options, Option.valueOf("targetServerType")));
        add(parameters, "currentSchema", either(options, "currentSchema", "schema"));
        add(parameters, "options", settings == null ? null : asArguments(settings));
        return parameters.toString();
    }

    /** Of {@code name=value;name=value} the arguments that a server is started with. */
    private static String asArguments(String settings) {
        return "-c "
                + settings.replaceAll("[\\\\ ]", "\\\\$0")
                        .replaceAll(";(?=.)", " -c ")
                        .replace(";", "");
    }

    private static void add(StringJoiner parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(name + "=" + encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Of two names for one thing the driver looks for the first one first. */
    private static @Nullable String either(ConnectionFactoryOptions options, String first, String second) {
        String value = text(options, Option.valueOf(first));
        return value == null ? text(options, Option.valueOf(second)) : value;
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
