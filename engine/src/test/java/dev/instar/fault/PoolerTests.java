package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.LiveSchema;
import dev.instar.lock.PooledConnectionException;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a real PgBouncer. */
class PoolerTests {

    /** What PgBouncer itself sets for each of its clients, and what ends with its transaction though it is listed. */
    private static final String KEPT_BY_THE_POOLER = "('client_encoding', 'DateStyle', 'TimeZone',"
            + " 'standard_conforming_strings', 'application_name', 'transaction_isolation', 'transaction_read_only')";

    @TempDir
    Path folder;

    @TempDir
    Path configuration;

    @BeforeEach
    void findPgBouncer() {
        Pooler.assumeThereIsOne();
    }

    @Test
    void refusesAPoolerThatHandsOutSessionsByTransactionAndSaysWhatToDo() throws Exception {
        Scene scene = new Scene(folder).revision("001_table.sql", "CREATE TABLE t (a int);");
        try (Pooler pooler = Pooler.start("transaction", configuration)) {
            assertThatThrownBy(() ->
                            scene.instar(pooler.dataSource(scene.database())).upgrade(Target.HEADS, Trigger.STARTUP))
                    .isInstanceOf(PooledConnectionException.class)
                    .hasMessageContaining("The connection leads through a pooler")
                    .hasMessageContaining("Set 'instar.url' to the database's own address")
                    .hasMessageContaining("set 'instar.lock.type=lease'");
        }
        assertThat(scene.value("SELECT to_regclass('migration_history') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void trustsAPoolerThatKeepsOneSessionForEachClientWhenItIsToldTo() throws Exception {
        Scene scene = new Scene(folder)
                .with(ExecutionSettings.DEFAULT.withAllowPooler(true))
                .revision("001_table.sql", "CREATE TABLE t (a int); VACUUM t; CREATE INDEX CONCURRENTLY t_a ON t (a);");
        try (Pooler pooler = Pooler.start("session", configuration)) {
            assertThat(scene.instar(pooler.dataSource(scene.database())).upgrade(Target.HEADS, Trigger.STARTUP))
                    .isPresent();
        }
    }

    @Test
    void processesWithALeaseMigrateOnceAndLeaveNothingOnTheSessionsTheyShare() throws Exception {
        MixedRevisions.writeTo(folder);
        Scene quiet = new Scene(folder);
        quiet.upgrade();
        Scene scene = new Scene(folder).revision("008_settings.sql", """
                SET search_path = pg_catalog;
                SET ROLE pg_monitor;
                SELECT set_config('work_mem', '5MB', false), set_config('my.own', 'x', false), pg_advisory_lock(42);
                RESET ROLE;
                CREATE TEMPORARY TABLE scratch (a int);
                LISTEN something;
                """);
        try (Pooler pooler = Pooler.start("transaction", configuration)) {
            List<MigratorProcess> processes =
                    MigratorProcess.start(Seed.times("pooled", 4), pooler.url(scene.database()), folder, "PT10S");
            processes.forEach(MigratorProcess::go);
            for (MigratorProcess process : processes) {
                assertThat(process.exitCode()).as(process.said()).isZero();
            }
            assertThat(scene.values("SELECT locktype || ' ' || pid FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEmpty();
            assertThat(leftOnSharedSessions(pooler, scene)).isEmpty();
        }
        assertThat(scene.values("SELECT count(*) || ' ' || count(DISTINCT run_id) FROM migration_journal"
                        + " WHERE event = 'applied'"))
                .containsExactly("8 1");
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
        assertThat(EndState.of(scene.database()).data())
                .isEqualTo(EndState.of(quiet.database()).data());
    }

    @Test
    void aProcessThatIsKilledBehindAPoolerIsReplacedWhenItsLeaseHasExpired() throws Exception {
        Scene scene = new Scene(folder)
                .withLease(Duration.ofSeconds(2))
                .revision("001_table.sql", "CREATE TABLE t (a int); INSERT INTO t VALUES (1); SELECT pg_sleep(6);");
        try (Pooler pooler = Pooler.start("transaction", configuration)) {
            MigratorProcess process = MigratorProcess.start(pooler.url(scene.database()), folder, "PT2S");
            process.go();
            scene.await("EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND query LIKE 'SELECT pg_sleep%' AND state = 'active')");
            assertThat(process.kill(Duration.ZERO)).isTrue();
            scene.revision("001_table.sql", "CREATE TABLE t (a int); INSERT INTO t VALUES (1);");
            assertThat(scene.instar(pooler.dataSource(scene.database())).upgrade(Target.HEADS, Trigger.STARTUP))
                    .isPresent();
        }
        assertThat(scene.values("SELECT token::text FROM migration_history_lease"))
                .containsExactly("2");
    }

    @Test
    void whoLooksAtTheSchemaLeavesNothingOnTheSessionsTheyShareEither() throws Exception {
        Scene scene = new Scene(folder)
                .withLease(Duration.ofSeconds(10))
                .revision("001_table.sql", "CREATE TABLE t (a int);");
        try (Pooler pooler = Pooler.start("transaction", configuration)) {
            LiveSchema schema =
                    scene.instar(pooler.dataSource(scene.database())).schema();
            schema.remember();
            assertThat(schema.drift()).isPresent();
            List<Connection> another = new ArrayList<>();
            schema.show((session, database, isOwn) -> another.add(inTransaction(pooler.dataSource(scene.database()))));
            another.get(0).rollback();
            another.get(0).close();
            assertThat(leftOnSharedSessions(pooler, scene)).isEmpty();
        }
    }

    /** Takes the session that was used last, which is the one that a pooler gives away first. */
    private static Connection inTransaction(DataSource pooled) {
        try {
            Connection connection = pooled.getConnection();
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT 1");
            return connection;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As many transactions at once as there are sessions, so that each of them is seen. */
    private static List<String> leftOnSharedSessions(Pooler pooler, Scene scene) throws Exception {
        List<Connection> open = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int i = 0; i < Pooler.SESSIONS; i++) {
            Connection connection = pooler.dataSource(scene.database()).getConnection();
            open.add(connection);
            connection.setAutoCommit(false);
            ResultSet rows = connection.createStatement().executeQuery("""
                            SELECT name || '=' || setting FROM pg_settings
                             WHERE source = 'session' AND name NOT IN %s
                            UNION ALL SELECT 'my.own' WHERE current_setting('my.own', true) <> ''
                            UNION ALL SELECT 'role' WHERE current_user <> session_user
                            UNION ALL SELECT 'channel ' || c FROM pg_listening_channels() c
                            UNION ALL SELECT 'table ' || relname FROM pg_class WHERE pg_my_temp_schema() = relnamespace
                            UNION ALL SELECT 'statement ' || name FROM pg_prepared_statements
                            """.formatted(KEPT_BY_THE_POOLER));
            while (rows.next()) {
                left.add(rows.getString(1));
            }
        }
        for (Connection connection : open) {
            connection.close();
        }
        return left;
    }
}
