package dev.instar.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.Mode;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.StatusSnapshot;
import dev.instar.lock.LockKey;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What becomes of runs of several databases when their service ends. */
class RequestsTests {

    private static final long GATE = 4712;

    /** Not a lock: those are waited for in attempts, and between two of them a run can stop. */
    private static final String WAIT_FOR_THE_GATE = """
            DO $$ BEGIN
                WHILE NOT pg_try_advisory_xact_lock(%d) LOOP
                    PERFORM pg_sleep(0.1);
                END LOOP;
            END $$;
            """.formatted(GATE);

    @TempDir
    Path folder;

    private final List<TestDatabase> servers =
            Stream.generate(TestDatabase::create).limit(3).toList();
    private List<MigratedDatabase> databases;
    private List<Connection> gatekeepers;
    private volatile boolean refusing;

    @BeforeEach
    void closeTheGates() {
        RevisionFolder.withTwoRevisions(folder);
        databases = servers.stream().map(this::migrated).toList();
        databases.forEach(database -> database.instar().upgrade(Target.HEADS, Trigger.STARTUP));
        new RevisionFolder(folder)
                .write("003_gate.sql", WAIT_FOR_THE_GATE)
                .write("004_behind_the_gate.sql", "CREATE TABLE behind_the_gate ();");
        databases = servers.stream().map(this::migrated).toList();
        gatekeepers = servers.stream().map(RequestsTests::gatekeeper).toList();
    }

    @AfterEach
    void openTheGates() throws SQLException {
        for (Connection gatekeeper : gatekeepers) {
            gatekeeper.close();
        }
    }

    @Test
    void allAreAskedToStopBeforeAnyIsWaitedFor() throws Exception {
        Requests requests = accepted(Duration.ofMinutes(1));

        Thread end = new Thread(() -> destroy(requests));
        end.start();
        Awaitility.await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
        for (int i = 0; i < databases.size(); i++) {
            gatekeepers.get(i).close();
            awaitStopped(requests, databases.get(i));
        }
        end.join();
    }

    @Test
    void noMoreThanOneTimeIsWaitedForAll() throws Exception {
        Duration grace = Duration.ofSeconds(1);
        Requests requests = accepted(grace);

        long begin = System.nanoTime();
        requests.destroy();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(grace, grace.multipliedBy(databases.size()));

        openTheGates();
        databases.forEach(database -> awaitStopped(requests, database));
    }

    @Test
    void aStampThatWaitsForItsTurnEndsWithItsService() throws Exception {
        Requests requests = new Requests(Duration.ofSeconds(20));
        MigratedDatabase database = databases.get(0);
        try (Connection migrating = servers.get(0).dataSource().getConnection();
                PreparedStatement locking = migrating.prepareStatement("SELECT pg_advisory_lock(?)")) {
            locking.setLong(1, LockKey.of("public.migration_history").value());
            locking.execute();
            requests.accept(
                    new WriteRequest(database, Operation.STAMP, Target.HEADS, false),
                    database.instar().newRun(Trigger.ENDPOINT));
            Awaitility.await().until(() -> isAnybodyWaitingForTheLock(servers.get(0)));

            requests.destroy();

            assertThat(requests.latest(database).failure())
                    .isEqualTo("The run was asked to stop before it began, and nothing was run.");
        }
    }

    private static boolean isAnybodyWaitingForTheLock(TestDatabase server) {
        return server.client()
                .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE 'instar %')")
                .query(Boolean.class)
                .single();
    }

    @Test
    void tellsNobodyWhereTheDatabaseIsThatIsLost() throws Exception {
        Requests requests = accepted(Duration.ofMinutes(1));

        refusing = true;
        servers.get(0)
                .client()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event = 'PgSleep'")
                .query(Boolean.class)
                .list();
        Awaitility.await().until(() -> requests.latest(databases.get(0)).state() == RequestDescriptor.State.FAILED);

        assertThat(requests.latest(databases.get(0)).failure()).isEqualTo("The run broke off; the log says why.");
        openTheGates();
        requests.destroy();
    }

    private Requests accepted(Duration grace) {
        Requests requests = new Requests(grace);
        for (MigratedDatabase database : databases) {
            requests.accept(
                    new WriteRequest(database, Operation.UPGRADE, Target.HEADS, false),
                    database.instar().newRun(Trigger.ENDPOINT));
        }
        for (TestDatabase server : servers) {
            Awaitility.await().until(() -> isAnybodyAtTheGate(server));
        }
        return requests;
    }

    private static void destroy(Requests requests) {
        try {
            requests.destroy();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void awaitStopped(Requests requests, MigratedDatabase database) {
        Awaitility.await()
                .until(() -> requests.latest(database), ended -> ended.state() != RequestDescriptor.State.ACCEPTED);
        assertThat(requests.latest(database).failure()).contains("was asked to stop");
    }

    private static boolean isAnybodyAtTheGate(TestDatabase server) {
        return server.client()
                .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = ? AND wait_event = 'PgSleep')")
                .param(server.name())
                .query(Boolean.class)
                .single();
    }

    private MigratedDatabase migrated(TestDatabase server) {
        DataSource dataSource = new DelegatingDataSource(server.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (refusing) {
                    throw new SQLException("password authentication failed for user \"ada\" at db.example", "28P01");
                }
                return super.getConnection();
            }
        };
        Instar instar = new Instar(dataSource, InstarSettings.DEFAULT.withLocations("file:" + folder));
        return new MigratedDatabase(
                server.name(),
                Mode.OFF,
                instar,
                new StatusSnapshot(server.name(), instar, Duration.ZERO, Duration.ofMinutes(1)));
    }

    private static Connection gatekeeper(TestDatabase server) {
        try {
            Connection gatekeeper = server.dataSource().getConnection();
            try (Statement statement = gatekeeper.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(%d)".formatted(GATE));
            }
            return gatekeeper;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
