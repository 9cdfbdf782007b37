package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.database.Blocker;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.LocksUnavailableException;
import dev.instar.run.RunReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.util.PSQLException;

@Execution(ExecutionMode.CONCURRENT)
class LockBudgetTests {

    private static final ExecutionSettings SHORT = ExecutionSettings.DEFAULT
            .withLockTimeout(Duration.ofMillis(300))
            .withLockBudget(Duration.ofMillis(1500))
            .withConcurrentLockBudget(Duration.ofMillis(1500));

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void setScene() {
        scene = new Scene(folder);
        scene.revision("001_table.sql", "CREATE TABLE t (a int); CREATE TABLE other (a int);");
        scene.upgrade();
    }

    @Test
    void givesUpWithinItsBudgetNamesWhoWasInTheWayAndLeavesNothingBehind() throws Exception {
        scene.with(SHORT).revision("002_alter.sql", "CREATE TABLE u (a int); ALTER TABLE t ADD COLUMN b int;");
        try (Connection reading =
                scene.inTransaction("SET application_name = 'nightly report'", "SELECT count(*) FROM t")) {
            assertThatThrownBy(scene::upgrade)
                    .isInstanceOfSatisfying(
                            LocksUnavailableException.class,
                            failure -> assertThat(failure.blockers())
                                    .extracting(Blocker::application)
                                    .containsExactly("nightly report"))
                    .hasMessageContaining("application 'nightly report', idle in transaction, in its transaction for")
                    .hasMessageContaining("SELECT count(*) FROM t")
                    .hasMessageContaining("Revision '002' was rolled back and left nothing behind.");
            reading.rollback();
        }

        assertThat(scene.value("SELECT to_regclass('u') IS NULL", Boolean.class))
                .isTrue();
        scene.upgrade();
    }

    @Test
    void triesAgainWhatCannotBeSerialized() throws Exception {
        scene.sql("ALTER DATABASE %s SET default_transaction_isolation = 'serializable'"
                .formatted(scene.database().name()));
        scene.sql("INSERT INTO t VALUES (1)");
        scene.revision("002_update.sql", "SELECT * FROM t; SELECT pg_sleep(0.5); UPDATE t SET a = a + 1;");
        CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground();
        scene.await("EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND query LIKE 'SELECT pg_sleep%' AND state = 'active')");
        scene.sql("UPDATE t SET a = a + 10");

        assertThat(run.get()).isPresent();
        assertThat(scene.values("SELECT a::text FROM t")).containsExactly("12");
    }

    @Test
    void goesOnAsSoonAsTheWayIsFreeAndMakesNobodyWaitMeanwhile() throws Exception {
        scene.with(SHORT.withLockBudget(Duration.ofMinutes(1)))
                .revision("002_alter.sql", "ALTER TABLE t ADD COLUMN b int;");
        Recorder recorder = new Recorder();
        CompletableFuture<Optional<RunReport>> run;
        try (Connection reading = scene.inTransaction("SELECT count(*) FROM t")) {
            run = scene.upgradeInBackground(recorder);
            Scene.await(() -> recorder.standsBack(), "an attempt in vain, after which it is known who is in the way");
            int retries = recorder.retries();
            for (int i = 0; i < 10; i++) {
                scene.sql("DO 'BEGIN SET LOCAL lock_timeout = ''250ms''; PERFORM count(*) FROM t; END'");
            }
            assertThat(recorder.retries()).isEqualTo(retries);
            reading.rollback();
        }

        assertThat(run.get()).isPresent();
    }

    @Test
    void knowsWhoIsInTheWayInEveryTimeZone() throws Exception {
        scene.with(SHORT.withLockBudget(Duration.ofMinutes(1)))
                .revision("002_zone.sql", "SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'ISO, DMY'; VACUUM FULL t;");
        Recorder recorder = new Recorder();
        CompletableFuture<Optional<RunReport>> run;
        try (Connection reading = scene.inTransaction("SELECT count(*) FROM t")) {
            run = scene.upgradeInBackground(recorder);
            Scene.await(() -> recorder.standsBack(), "an attempt in vain, after which it is known who is in the way");
            int retries = recorder.retries();
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            assertThat(recorder.retries()).isEqualTo(retries);
            reading.rollback();
        }

        assertThat(run.get()).isPresent();
    }

    @Test
    void boundsAStatementThatWaitsForOneLockAfterTheOther() throws Exception {
        scene.sql("CREATE TABLE p (a int) PARTITION BY LIST (a)");
        for (int i = 1; i <= 3; i++) {
            scene.sql("CREATE TABLE p%1$d PARTITION OF p FOR VALUES IN (%1$d)".formatted(i));
        }
        scene.with(SHORT.withLockTimeout(Duration.ofSeconds(1)).withLockBudget(Duration.ofMinutes(1)))
                .revision("002_alter.sql", "ALTER TABLE p ADD COLUMN b int;");
        Recorder recorder = new Recorder();
        CompletableFuture<Optional<RunReport>> run;
        try (Connection first = scene.inTransaction("SELECT * FROM p1");
                Connection second = scene.inTransaction("SELECT * FROM p2");
                Connection third = scene.inTransaction("SELECT * FROM p3")) {
            run = scene.upgradeInBackground(recorder);
            for (Connection one : new Connection[] {first, second, third}) {
                LockSupport.parkNanos(Duration.ofMillis(800).toNanos());
                if (one != third) {
                    one.rollback();
                }
            }
            Scene.await(() -> recorder.retries() > 0, "the whole statement is given up");
            third.rollback();
        }

        assertThat(run.get()).isPresent();
    }

    @Test
    void triesADeadlockedTransactionAgain() throws Exception {
        scene.revision("002_alter.sql", "ALTER TABLE t ADD COLUMN b int; ALTER TABLE other ADD COLUMN b int;");
        Recorder recorder = new Recorder();
        try (Connection open = scene.inTransaction("SET deadlock_timeout = '10s'", "LOCK TABLE other")) {
            CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground(recorder);
            scene.await("EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'other'::regclass)");
            open.createStatement().execute("SELECT count(*) FROM t");
            open.rollback();

            assertThat(run.get()).isPresent();
        }
        assertThat(recorder.retries()).isPositive();
    }

    @Test
    void doesNotCountAsWaitingHowLongAStatementHasWorkedBeforeItMetADeadlock() throws Exception {
        scene.sql("ALTER DATABASE %s SET deadlock_timeout = '100ms'"
                .formatted(scene.database().name()));
        scene.with(SHORT.withLockTimeout(Duration.ofMillis(500)))
                .revision(
                        "002_long.sql",
                        "DO 'BEGIN LOCK TABLE t; PERFORM pg_sleep(1.6); LOCK TABLE other; END'; CREATE TABLE u ();");
        try (Connection open = scene.inTransaction("SET deadlock_timeout = '10s'", "LOCK TABLE other")) {
            CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground();
            scene.await("EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'other'::regclass)");
            open.createStatement().execute("SELECT count(*) FROM t");
            open.rollback();

            assertThat(run.get()).isPresent();
        }
    }

    @Test
    void waitsQuietlyForAnIdleTransactionWhileAConcurrentIndexIsBuiltAtDefaultSettings() throws Exception {
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);");
        Recorder recorder = new Recorder();
        CompletableFuture<Optional<RunReport>> run;
        try (Connection idle = scene.inTransaction("SET application_name = 'forgotten'")) {
            try (var statement = idle.prepareStatement("SELECT 1 FROM other")) {
                statement.executeQuery();
            }
            run = scene.upgradeInBackground(recorder);
            Scene.await(() -> recorder.blockers().contains("forgotten"), "the blocker is reported");
            idle.rollback();
        }

        assertThat(run.get()).isPresent();
        assertThat(recorder.retries()).isZero();
    }

    /** As a process does that was killed and had its turn by a lease: the server goes on for it. */
    @Test
    void anIndexThatSomebodyElseDropsMeanwhileIsDropped() throws Exception {
        scene.sql("CREATE INDEX t_a ON t (a)");
        scene.revision("002_index.sql", "DROP INDEX CONCURRENTLY t_a;");
        String waiting = "(SELECT count(*) = %d FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock' AND query LIKE '%%DROP INDEX CONCURRENTLY%%')";
        CompletableFuture<Void> other;
        CompletableFuture<Optional<RunReport>> run;
        try (Connection reading = scene.inTransaction("SELECT * FROM t")) {
            other = CompletableFuture.runAsync(() -> scene.sql("DROP INDEX CONCURRENTLY t_a"));
            scene.await(waiting.formatted(1));
            run = scene.upgradeInBackground();
            scene.await(waiting.formatted(2));
            reading.rollback();
        }
        other.join();
        assertThat(run.get()).isPresent();
        assertThat(scene.values("SELECT event FROM migration_journal WHERE migration_number = '002' ORDER BY id"))
                .containsExactly("intent", "intent", "done", "applied");
    }

    @Test
    void givesUpAConcurrentIndexThatIsBlockedForTooLongAndTakesAwayWhatItLeft() throws Exception {
        scene.with(SHORT).revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);");
        try (Connection writing =
                scene.inTransaction("SET application_name = 'forgotten'", "INSERT INTO t VALUES (1)")) {
            CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground();
            scene.await("EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND query LIKE 'DROP INDEX CONCURRENTLY%')");
            writing.rollback();

            assertThatThrownBy(run::get)
                    .hasRootCauseInstanceOf(PSQLException.class)
                    .hasMessageContaining("application 'forgotten'");
        }
        assertThat(scene.value("SELECT to_regclass('t_a') IS NULL", Boolean.class))
                .isTrue();
        scene.upgrade();
    }
}
