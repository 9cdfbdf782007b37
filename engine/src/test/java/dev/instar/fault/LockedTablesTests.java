package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instar.DatabaseUnavailableException;
import dev.instar.Instar;
import dev.instar.TestDatabase;
import dev.instar.plan.Planner;
import dev.instar.revision.expression.Target;
import dev.instar.run.CurrentStatement;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.HistoryEditor;
import dev.instar.run.LocksUnavailableException;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import dev.instar.run.RunSettings;
import dev.instar.run.StopSignal;
import dev.instar.run.Trigger;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;

/** Somebody holds what Instar needs beside the statements of a revision: its own tables, or what a check reads. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class LockedTablesTests {

    private static final ExecutionSettings SHORT = ExecutionSettings.DEFAULT
            .withLockTimeout(Duration.ofMillis(200))
            .withLockBudget(Duration.ofMillis(500))
            .withAnswerTimeout(Duration.ofSeconds(1));
    private static final String NAME = "SET application_name = 'nightly report'";
    private static final String LOCK = "LOCK TABLE migration_history IN SHARE MODE";

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void setScene() {
        scene = new Scene(folder).with(SHORT).revision("001_table.sql", "CREATE TABLE t (a int);");
        scene.upgrade();
    }

    @Test
    void namesWhoKeepsAStatementThatRunsAloneFromBeingBegun() throws Exception {
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);");
        Recorder recorder = new Recorder();
        try (Connection locking = scene.inTransaction(NAME, LOCK)) {
            assertThatThrownBy(() -> scene.upgrade(recorder))
                    .isInstanceOf(LocksUnavailableException.class)
                    .hasMessageContaining("did not get its locks at " + folder + "/002_index.sql:1 within ")
                    .hasMessageContaining("in its way: pid ")
                    .hasMessageContaining("application 'nightly report', idle in transaction")
                    .hasMessageContaining("Revision '002' was rolled back and left nothing behind.");
            locking.rollback();
        }
        assertThat(recorder.blockers()).contains("nightly report");

        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void namesWhoKeepsItFromBeingWrittenDownThatItHasTakenEffect() throws Exception {
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);");
        List<Connection> locking = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void statementFinished(Run run, CurrentStatement at, Duration duration, Duration blocked) {
                locking.add(scene.inTransaction(NAME, LOCK));
            }
        };
        assertThatThrownBy(() -> scene.upgrade(listener))
                .isInstanceOf(LocksUnavailableException.class)
                .hasMessageContaining("application 'nightly report', idle in transaction")
                .hasMessageContaining("Its statement 1 has taken effect, which the next start finds out.");
        close(locking);
        assertThat(scene.values("SELECT indexrelid::regclass::text FROM pg_index WHERE indisvalid"
                        + " AND indrelid = 't'::regclass"))
                .containsExactly("t_a");

        assertThat(scene.upgrade()).isPresent();
        assertThat(scene.values("SELECT event FROM migration_journal WHERE migration_number = '002' ORDER BY id"))
                .containsExactly("intent", "intent", "failed", "intent", "done", "applied");
    }

    private static void close(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void namesWhoKeepsATransactionFromBeingCommitted() throws Exception {
        scene.revision("002_table.sql", "CREATE TABLE u (a int);");
        Recorder recorder = new Recorder();
        try (Connection locking = scene.inTransaction(NAME, LOCK)) {
            assertThatThrownBy(() -> scene.upgrade(recorder))
                    .isInstanceOf(LocksUnavailableException.class)
                    .hasMessageContaining("application 'nightly report', idle in transaction");
            locking.rollback();
        }
        assertThat(recorder.retries()).isPositive();
        assertThat(scene.value("SELECT to_regclass('u') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void namesWhoHoldsWhatACheckReads() throws Exception {
        String check = "-- @require t is empty\nSELECT NOT EXISTS (SELECT 1 FROM t);\n-- @upgrade\n";
        for (String upgrade : List.of("CREATE TABLE u (a int);", "CREATE INDEX CONCURRENTLY t_a ON t (a);")) {
            scene.revision("002_checked.sql", check + upgrade);
            try (Connection locking = scene.inTransaction(NAME, "LOCK TABLE t")) {
                assertThatThrownBy(scene::upgrade)
                        .isInstanceOf(LocksUnavailableException.class)
                        .hasMessageContaining("did not get its locks at " + folder + "/002_checked.sql:1 within ")
                        .hasMessageContaining("application 'nightly report', idle in transaction");
                locking.rollback();
            }
        }
    }

    @Test
    void doesNotWaitForEverForTheJournal() throws Exception {
        scene.revision("002_table.sql", "CREATE TABLE u (a int);");
        for (String mode : List.of("SHARE", "ACCESS EXCLUSIVE")) {
            try (Connection locking = scene.inTransaction("LOCK TABLE migration_journal IN %s MODE".formatted(mode))) {
                assertThatThrownBy(scene::upgrade)
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageContaining(" what Instar asked for itself: ")
                        .hasMessageContaining(
                                "Start again when it can be reached, and when nobody has locked Instar's tables for long.");
                locking.rollback();
            }
        }
    }

    @Test
    void doesNotWaitForEverWhenTheNetworkFallsSilentBeforeTheFirstLook() {
        try (Proxy proxy = new Proxy(TestDatabase.port())) {
            PGSimpleDataSource stalling = new PGSimpleDataSource() {
                @Override
                public Connection getConnection() throws SQLException {
                    Connection connection = super.getConnection();
                    proxy.fallSilent();
                    return connection;
                }
            };
            stalling.setURL("jdbc:postgresql://localhost:%d/%s"
                    .formatted(proxy.port(), scene.database().name()));
            stalling.setUser("postgres");

            assertThatThrownBy(() -> scene.instar(stalling).upgrade(Target.HEADS, Trigger.STARTUP))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining(" did not answer what Instar asked for itself: ");
        }
    }

    @Test
    void doesNotWaitForEverWhenTheNetworkFallsSilentInTheMiddleOfAStamp() {
        scene.revision("002_table.sql", "CREATE TABLE u (a int);");
        try (Proxy proxy = new Proxy(TestDatabase.port())) {
            Instar instar = scene.instar();
            RunSettings settings = new RunSettings(instar.settings().tables(), Duration.ZERO, SHORT);
            HistoryEditor editor = new HistoryEditor(
                    proxy.dataSource(scene.database()), settings, new RunListener() {}, new StopSignal());
            assertThatThrownBy(() -> editor.stamp(instar.newRun(Trigger.COMMAND), instar.revisions(), position -> {
                        proxy.fallSilent();
                        return new Planner(position).stamp(List.of(Target.HEADS));
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void doesNotLetWritersWaitForLongBehindAConcurrentReindexOfPartitions() throws Exception {
        assumeTrue(TestDatabase.majorVersion() >= 14, "PostgreSQL 13 does not reindex partitioned tables");
        scene.sql("CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a)");
        scene.sql("CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");
        scene.revision("002_reindex.sql", "REINDEX TABLE CONCURRENTLY p;");
        try (Connection writing = scene.inTransaction(NAME, "INSERT INTO p VALUES (1)")) {
            CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground();

            assertThatThrownBy(run::get)
                    .hasMessageContaining("did not get its locks at ")
                    .hasMessageContaining("application 'nightly report', idle in transaction");
            writing.rollback();
        }
        assertThat(scene.upgrade()).isPresent();
        assertThat(scene.values("SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'p1'::regclass"))
                .containsExactly("p1_pkey");
    }
}
