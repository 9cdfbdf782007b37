package dev.instar;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database of its own on a real PostgreSQL that all tests of a JVM share. */
public final class TestDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** Made while a test is still busy with another one. */
    private static @Nullable CompletableFuture<TestDatabase> next;

    private final String name = "test_" + COUNTER.incrementAndGet();

    private TestDatabase() {
        JdbcClient.create(dataSource("postgres"))
                .sql("CREATE DATABASE " + name + Server.STRATEGY)
                .update();
    }

    public static synchronized TestDatabase create() {
        CompletableFuture<TestDatabase> made = next;
        next = CompletableFuture.supplyAsync(TestDatabase::new);
        // The server may have been too ill to make one at that time.
        return made == null
                ? new TestDatabase()
                : made.exceptionally(ill -> new TestDatabase()).join();
    }

    public String name() {
        return name;
    }

    /** Opens a new connection each time. */
    public DataSource dataSource() {
        return dataSource(name);
    }

    /** Opens connections of another user. */
    public DataSource dataSourceAs(String user) {
        PGSimpleDataSource dataSource = dataSource(name);
        dataSource.setUser(user);
        return dataSource;
    }

    public JdbcClient client() {
        return JdbcClient.create(dataSource());
    }

    public String url() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), name);
    }

    public static int majorVersion() {
        return JdbcClient.create(dataSource("postgres"))
                        .sql("SELECT current_setting('server_version_num')::int")
                        .query(Integer.class)
                        .single()
                / 10_000;
    }

    public static int port() {
        return Server.POSTGRES.getPort();
    }

    private static PGSimpleDataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {port()});
        dataSource.setDatabaseName(database);
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
        return dataSource;
    }

    /** Started by the first test that needs it, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        /** To copy files is half the work where nothing is ever flushed; older servers do nothing else. */
        static final String STRATEGY = majorVersion() < 15 ? "" : " STRATEGY FILE_COPY";

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
