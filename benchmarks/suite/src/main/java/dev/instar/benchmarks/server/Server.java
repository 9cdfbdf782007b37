package dev.instar.benchmarks.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL that everything is measured on. */
public final class Server implements AutoCloseable {

    private static final int MOMENT = 50;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final EmbeddedPostgres postgres;
    private final String settings;
    private final ProcessorTime processorTime;
    private final AtomicInteger databases = new AtomicInteger();

    private Server(EmbeddedPostgres postgres, String settings, ProcessorTime processorTime) {
        this.postgres = postgres;
        this.settings = settings;
        this.processorTime = processorTime;
    }

    /**
     * Starts an empty server.
     *
     * @param disk whether its data has to be on the disk even if it would fit into memory
     * @param fsync whether it waits for the disk at each commit, which only means something on one
     */
    public static Server start(boolean disk, boolean fsync) throws IOException, SQLException {
        DataFolder data = DataFolder.create(disk || fsync);
        try {
            EmbeddedPostgres postgres = postgres(data.path(), fsync);
            String settings =
                    "PostgreSQL %1$s, data directory on %2$s, fsync=%3$s, synchronous_commit=%3$s, autovacuum=off, max_locks_per_transaction=1024, max_wal_size=4GB"
                            .formatted(show(postgres, "server_version"), data.fileSystem(), fsync ? "on" : "off");
            return new Server(postgres, settings, ProcessorTime.of(data.path()));
        } catch (IOException | SQLException | RuntimeException failure) {
            FileSystemUtils.deleteRecursively(data.path());
            throw failure;
        }
    }

    /** It removes its data when it is closed, and when this process is asked to end. */
    private static EmbeddedPostgres postgres(Path data, boolean fsync) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", fsync ? "on" : "off")
                .setServerConfig("synchronous_commit", fsync ? "on" : "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // One transaction of 5,000 revisions, which psql is asked for, holds a lock on everything it made.
                .setServerConfig("max_locks_per_transaction", "1024")
                // Nothing of an earlier measurement may be tidied up during the next.
                .setServerConfig("autovacuum", "off")
                .setServerConfig("max_wal_size", "4GB")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** What sessions that have ended used of the processors since the server started; zero where that is not known. */
    public double processorMillis() throws IOException, InterruptedException {
        // A session ends after its client: mostly a moment, longer when it has made thousands of tables.
        long latest = System.nanoTime() + LONGEST_END.toNanos();
        Thread.sleep(MOMENT);
        while (processorTime.hasSessions()) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException(
                        "A session is still there %d s after its client ended, so that nobody knows what it used. Measure again when the server is less busy."
                                .formatted(LONGEST_END.toSeconds()));
            }
            Thread.sleep(MOMENT);
        }
        return processorTime.millis();
    }

    public int port() {
        return postgres.getPort();
    }

    /** The declared settings, for the report. */
    public String settings() {
        return settings;
    }

    private static String show(EmbeddedPostgres postgres, String setting) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Creates an empty database and returns its name. */
    public String create() throws SQLException {
        String name = "bench_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name, "CHECKPOINT");
        return name;
    }

    public void drop(String database) throws SQLException {
        execute("DROP DATABASE %s WITH (FORCE)".formatted(database));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public String url(String database) {
        return url(database, port());
    }

    /** The address of a database behind another port, such as that of a proxy. */
    public static String url(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&password=postgres&sslmode=disable&gssEncMode=disable"
                .formatted(port, database);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
