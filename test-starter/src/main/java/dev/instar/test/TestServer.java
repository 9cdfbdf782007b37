package dev.instar.test;

import dev.instar.jdbc.Session;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A PostgreSQL server on which databases are created for tests.
 *
 * @param parameters the question mark of its JDBC URL and what stands behind it, without user and password
 * @param maintenance the database that is always there
 * @param disposable whether the server is gone when the tests are, and everything with it
 */
record TestServer(
        String host,
        int port,
        String parameters,
        String maintenance,
        String username,
        @Nullable String password,
        boolean disposable) {

    static TestServer at(String url, String username, @Nullable String password, boolean disposable) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new UnusableServerException(
                    "'%s' is no JDBC URL of a PostgreSQL server.".formatted(url.replaceFirst("(?s)//.*", "//...")),
                    "Write 'jdbc:postgresql://host:port/database', 'embedded' or 'testcontainers'.");
        }
        return new TestServer(
                parsed.getProperty(PGProperty.PG_HOST.getName(), "localhost"),
                Integer.parseInt(parsed.getProperty(PGProperty.PG_PORT.getName(), "5432")),
                withoutCredentials(url),
                parsed.getProperty(PGProperty.PG_DBNAME.getName(), "postgres"),
                parsed.getProperty(PGProperty.USER.getName(), username),
                parsed.getProperty(PGProperty.PASSWORD.getName(), password),
                disposable);
    }

    private static String withoutCredentials(String url) {
        int question = url.indexOf('?');
        return Stream.of(
                        question < 0
                                ? new String[0]
                                : url.substring(question + 1).split("&"))
                .filter(parameter -> !parameter.matches("(user|password)(=.*)?"))
                .collect(Collectors.joining("&", "?", ""))
                .replaceFirst("^\\?$", "");
    }

    ClonedDatabase database(String name) {
        String url = "jdbc:postgresql://%s:%s/%s%s".formatted(host, port, name, parameters);
        return new ClonedDatabase(url, host, port, name, username, password);
    }

    /** A name that no other database has. */
    static String newName() {
        return "instar_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /** Creates, renames or drops a database. */
    void execute(String sql) {
        try (Session session = session()) {
            session.execute(sql);
        }
    }

    /** A session that creates and drops databases. */
    Session session() {
        return Session.open(database(maintenance).dataSource());
    }
}
