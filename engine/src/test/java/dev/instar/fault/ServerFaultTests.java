package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.instar.DatabaseUnavailableException;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunReport;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a server can have against a migration. */
class ServerFaultTests {

    @TempDir
    Path folder;

    @TempDir
    static Path server;

    @TempDir
    static Path otherServer;

    private static ServerProcess standby;
    private static ServerProcess promoted;

    @BeforeAll
    static void createClusters() throws Exception {
        standby = ServerProcess.create(server);
        promoted = standby.copy(otherServer);
    }

    @AfterEach
    void stopServers() {
        standby.close();
        promoted.close();
    }

    @Test
    void aFullDiskLeavesNothingBehindAndIsNoObstacleOnceThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"))) {
            Scene scene = new Scene(folder);
            scene.sql("CREATE TABLESPACE small_%s LOCATION '%s'"
                    .formatted(scene.database().name(), disk.path()));
            scene.revision("001_table.sql", """
                    CREATE TABLE t (a text);
                    ALTER TABLE t ALTER a SET STORAGE PLAIN;
                    """)
                    .revision("002_fill.sql", """
                    CREATE TABLE u (a text) TABLESPACE small_%s;
                    INSERT INTO u SELECT repeat('x', 1000) FROM generate_series(1, 20000);
                    """.formatted(scene.database().name()));
            assertThatThrownBy(scene::upgrade)
                    .isInstanceOf(StepFailedException.class)
                    .hasMessageContaining("(Fill) failed at")
                    .hasMessageContaining("SQLSTATE 53100: could not extend file")
                    .hasMessageContaining("Before it, this run had finished '001'. Revision '002' was rolled back and"
                            + " left nothing behind.");
            assertRolledBack(scene, "u");
            scene.revision("002_fill.sql", "CREATE TABLE u (a text);");
            assertThat(scene.upgrade()).isPresent();
            scene.sql("DROP TABLESPACE small_%s".formatted(scene.database().name()));
        }
    }

    @Test
    void aServerThatIsOutOfMemoryLeavesNothingBehind() {
        Scene scene = new Scene(folder).revision("001_many_locks.sql", """
                CREATE TABLE u (a int);
                SELECT count(pg_advisory_xact_lock(n)) FROM generate_series(1, 1000000) n;
                """);
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("SQLSTATE 53200: out of shared memory")
                .hasMessageContaining("Hint: You might need to increase");
        assertRolledBack(scene, "u");
    }

    @Test
    void aPrivilegeThatIsMissingIsNamedAndNothingIsLeftBehind() {
        Scene scene = new Scene(folder);
        scene.sql("CREATE TABLE vault (a int)");
        PGSimpleDataSource weak = asMigrator(scene);
        scene.revision("001_read.sql", "CREATE TABLE u (a int); INSERT INTO u SELECT a FROM vault;");
        assertThatThrownBy(() -> scene.instar(weak).upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("SQLSTATE 42501: permission denied for table vault");
        assertRolledBack(scene, "u");
        scene.sql("GRANT SELECT ON vault TO migrator_" + scene.database().name());
        assertThat(scene.instar(weak).upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
    }

    @Test
    void aRightThatIsTakenFromInstarItselfIsNamed() {
        Scene scene = new Scene(folder).revision("001_first.sql", "SELECT 1;");
        PGSimpleDataSource weak = asMigrator(scene);
        scene.upgrade();
        scene.sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO migrator_"
                + scene.database().name());
        scene.revision("002_second.sql", "CREATE TABLE u (a int);");
        assertThatThrownBy(() -> scene.instar(weak).upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("refused what Instar asked for itself: ERROR: permission denied for table"
                        + " migration_journal (SQLSTATE 42501). Give the migrating user the rights to create and change"
                        + " Instar's tables.");
        assertRolledBack(scene, "u");
    }

    @Test
    void aStandbyIsOnlyReadAndSaysThatItIsOne() throws Exception {
        standby.startAsStandby("hot_standby=on");
        Scene scene = new Scene(folder)
                .with(ExecutionSettings.DEFAULT.withConnectRetries(5))
                .revision("100_first.sql", "SELECT 1;");
        assertThatThrownBy(() -> scene.instar(standby.dataSource()).upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("(SQLSTATE 25006). Connect to the primary server");
        assertThat(scene.instar(standby.dataSource()).plan(Target.HEADS).size()).isEqualTo(1);
    }

    @Test
    void aServerThatStartsLaterAndIsInRecoveryThenIsWaitedFor() throws Exception {
        Scene scene = new Scene(folder)
                .with(ExecutionSettings.DEFAULT.withConnectRetries(6))
                .revision("001_first.sql", "CREATE TABLE u (a int);");
        CompletableFuture<Optional<RunReport>> run = CompletableFuture.supplyAsync(
                () -> scene.instar(standby.dataSource()).upgrade(Target.HEADS, Trigger.STARTUP));
        LockSupport.parkNanos(Duration.ofSeconds(Seed.times("late", 0)).toNanos());
        standby.startAsStandby("hot_standby=off");
        Scene impatient = new Scene(folder);
        Scene.await(() -> isInRecovery(impatient), "the server answers that it is in recovery");
        standby.promote();
        assertThat(run.get(1, TimeUnit.MINUTES)).isPresent();
    }

    @Test
    void aRunGoesOnWhenTheStandbyThatItFindsAfterAFailoverIsPromoted() throws Exception {
        Scene scene = new Scene(folder).revision("001_table.sql", "CREATE TABLE t (a int); SELECT pg_sleep(1);");
        JdbcClient client = JdbcClient.create(promoted.dataSource());
        promoted.startAsStandby("hot_standby=on", "max_connections=300");
        Scene.await(() -> says(client, "pg_is_in_recovery()"), "the server answers");
        promoted.promote();
        Scene.await(() -> says(client, "NOT pg_is_in_recovery()"), "the server is a primary");
        CompletableFuture<Optional<RunReport>> run = CompletableFuture.supplyAsync(
                () -> scene.instar(promoted.dataSource()).upgrade(Target.HEADS, Trigger.STARTUP));
        Scene.await(
                () -> says(client, "EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep')"),
                "the run is amid its revision");
        promoted.crash();
        promoted.startAsStandby("hot_standby=on", "max_connections=300");
        Scene.await(() -> says(client, "pg_is_in_recovery()"), "a standby answers");
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        promoted.promote();
        assertThat(run.get(1, TimeUnit.MINUTES)).isPresent();
    }

    private static boolean says(JdbcClient client, String condition) {
        try {
            return client.sql("SELECT " + condition).query(Boolean.class).single();
        } catch (DataAccessException notYet) {
            return false;
        }
    }

    /** As where a URL names several hosts, or a name leads to several addresses. */
    @Test
    void aRunGoesOnWhereTheNextConnectionsLeadToAnotherServer() throws Exception {
        standby.startAsStandby("hot_standby=on");
        Scene scene = new Scene(folder).revision("001_long.sql", "SELECT nextval('runs'), pg_sleep(2);");
        scene.sql("CREATE SEQUENCE runs");
        Scene.await(() -> answers(standby.dataSource()), "the standby answers");
        AtomicInteger connections = new AtomicInteger();
        DataSource hosts = new DelegatingDataSource(standby.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return connections.getAndIncrement() == 0
                        ? scene.database().dataSource().getConnection()
                        : super.getConnection();
            }
        };
        assertThat(scene.instar(hosts).upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
        assertThat(connections).hasValueGreaterThan(2);
        assertThat(scene.value("SELECT last_value FROM runs", Integer.class)).isEqualTo(1);
    }

    private static boolean answers(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static boolean isInRecovery(Scene scene) {
        Throwable failure =
                catchThrowable(() -> scene.instar(standby.dataSource()).upgrade(Target.HEADS, Trigger.STARTUP));
        assertThat(failure)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("The database cannot be reached: ");
        return failure.getMessage().contains("(SQLSTATE 57P03)");
    }

    private PGSimpleDataSource asMigrator(Scene scene) {
        String user = "migrator_" + scene.database().name();
        scene.sql("CREATE ROLE %s LOGIN".formatted(user));
        scene.sql("GRANT CREATE, USAGE ON SCHEMA public TO " + user);
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(scene.database().url());
        dataSource.setUser(user);
        return dataSource;
    }

    private static void assertRolledBack(Scene scene, String table) {
        assertThat(scene.value("SELECT to_regclass('%s') IS NULL".formatted(table), Boolean.class))
                .isTrue();
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }
}
