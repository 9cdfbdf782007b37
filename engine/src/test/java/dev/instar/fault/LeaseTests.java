package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.lock.LeaseLostException;
import dev.instar.lock.LockKey;
import dev.instar.lock.LockUnavailableException;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.run.CurrentStatement;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.LocksUnavailableException;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import dev.instar.run.StepReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LeaseTests {

    private static final String ADVISORY = "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
            + " WHERE locktype = 'advisory' AND datname = current_database()";

    private static final String SLEEPING = "EXISTS (SELECT 1 FROM pg_stat_activity"
            + " WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%' AND state = 'active')";

    @TempDir
    Path folder;

    @Test
    void migratesWithoutAnyLockThatASessionCouldKeep() {
        MixedRevisions.writeTo(folder);
        Scene quiet = new Scene(folder);
        quiet.upgrade();
        Scene scene = new Scene(folder).withLease(Duration.ofSeconds(5));
        assertThat(scene.upgrade()).isPresent();
        assertThat(EndState.of(scene.database()).history())
                .isEqualTo(EndState.of(quiet.database()).history());
        assertThat(scene.value(ADVISORY, Integer.class)).isZero();
        assertThat(scene.values("SELECT token || ' ' || expires_at FROM migration_history_lease"))
                .containsExactly("1 -infinity");
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }

    @Test
    void waitsForALeaseThatIsValidAndSaysWhoHasIt() {
        Scene scene = oneTable().withLease(Duration.ofSeconds(5));
        scene.upgrade();
        scene.sql("UPDATE migration_history_lease SET owner = 'instar 1 shop', run_id = gen_random_uuid(),"
                + " acquired_at = now(), expires_at = now() + interval '1 hour'");
        scene.revision("002_other.sql", "CREATE TABLE u (a int);").waitingAtMost(Duration.ZERO);
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(LockUnavailableException.class)
                .hasMessageContaining("it is held by application 'instar 1 shop', by a lease since 0 s.");
        scene.sql("UPDATE migration_history_lease SET expires_at = now()");
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void nobodyTakesALeaseWhoseHolderIsInATransactionHoweverLongThatTakes() throws Exception {
        Scene scene = oneTable()
                .revision("002_long.sql", "SELECT pg_sleep(1.2);")
                .revision("003_other.sql", "CREATE TABLE u (a int);")
                .withLease(Duration.ofMillis(300));
        CompletableFuture<Optional<RunReport>> one = scene.upgradeInBackground();
        CompletableFuture<Optional<RunReport>> other = scene.upgradeInBackground();
        assertThat(one.get().isPresent()).isNotEqualTo(other.get().isPresent());
        assertThat(scene.value("SELECT token FROM migration_history_lease", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void whoWantsALeaseThatATransactionKeepsDoesNotWaitInTheDatabase() throws Exception {
        Scene scene = oneTable().withLease(Duration.ofSeconds(5));
        scene.upgrade();
        scene.revision("002_other.sql", "CREATE TABLE u (a int);").waitingAtMost(Duration.ZERO);
        try (Connection keeping = scene.inTransaction("UPDATE migration_history_lease SET token = token")) {
            CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground();
            assertThatThrownBy(() -> run.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(LockUnavailableException.class);
            keeping.rollback();
        }
    }

    @Test
    void aLeaseIsRenewedWhileAStatementRunsAlone() throws Exception {
        Scene scene = oneTable()
                .revision("002_long.sql", "-- @no-transaction\nSELECT pg_sleep(1);")
                .withLease(Duration.ofMillis(600));
        CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground();
        String sleeping = "EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event = 'PgSleep')";
        scene.await(sleeping);
        String before = scene.value("SELECT expires_at::text FROM migration_history_lease", String.class);
        scene.await(sleeping + " AND (SELECT expires_at > '" + before + "' FROM migration_history_lease)");
        assertThat(run.get()).isPresent();
    }

    @Test
    void aRunThatHasLostItsLeaseWritesNothingMore() {
        Scene scene =
                oneTable().revision("002_other.sql", "CREATE TABLE u (a int);").withLease(Duration.ofSeconds(5));
        String lines = "SELECT count(*) FROM migration_journal";
        AtomicInteger before = new AtomicInteger();
        assertThatThrownBy(() -> scene.upgrade(new RunListener() {
                    @Override
                    public void stepFinished(Run run, StepReport report) {
                        scene.sql("UPDATE migration_history_lease SET token = token + 1, owner = 'thief',"
                                + " expires_at = now() + interval '1 hour'");
                        before.set(scene.value(lines, Integer.class));
                    }
                }))
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("the turn to migrate is that of application 'thief'");
        assertThat(scene.value("SELECT to_regclass('u') IS NULL", Boolean.class))
                .isTrue();
        assertThat(scene.value(lines, Integer.class)).isEqualTo(before.get());
    }

    @Test
    void aLeaseWaitsForASessionThatHoldsTheLockAndTheOtherWayRound() throws Exception {
        Scene scene = oneTable().revision("002_long.sql", "SELECT pg_sleep(1);");
        CompletableFuture<Optional<RunReport>> bySession = scene.upgradeInBackground();
        scene.await(SLEEPING);
        assertThat(scene.withLease(Duration.ofSeconds(5)).upgrade()).isEmpty();
        assertThat(bySession.get()).isPresent();

        CompletableFuture<Optional<RunReport>> byLease =
                scene.revision("003_long.sql", "SELECT pg_sleep(1);").upgradeInBackground();
        scene.await(SLEEPING);
        scene.with(ExecutionSettings.DEFAULT).waitingAtMost(Duration.ZERO);
        assertThatThrownBy(scene::upgrade).isInstanceOf(LockUnavailableException.class);
        assertThat(byLease.get()).isPresent();
    }

    @Test
    void aRunEndsWhereASessionHasTheLockWhenItsNextTransactionBegins() throws Exception {
        Scene scene =
                oneTable().revision("002_other.sql", "CREATE TABLE u (a int);").withLease(Duration.ofSeconds(5));
        long key = LockKey.of("public.migration_history").value();
        List<Connection> sessions = new ArrayList<>();
        assertThatThrownBy(() -> scene.upgrade(new RunListener() {
                    @Override
                    public void stepFinished(Run run, StepReport report) {
                        sessions.add(scene.inTransaction(
                                "SET application_name = 'migrator'", "SELECT pg_try_advisory_lock(" + key + ")"));
                    }
                }))
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("the turn to migrate is that of pid ")
                .hasMessageContaining("application 'migrator'");
        assertThat(sessions).hasSize(1);
        sessions.get(0).close();
        assertThat(scene.value("SELECT to_regclass('u') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void refusesBeforeAnythingRunsWhatIsSetForAStatementThatRunsAlone() {
        Scene scene = oneTable()
                .revision("002_mixed.sql", "SET search_path = public;\nCREATE INDEX CONCURRENTLY t_a ON t (a);")
                .withLease(Duration.ofSeconds(5));
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("The statement at line 2 runs outside a transaction, and through a pooler nothing"
                        + " holds for it that the revision sets at line 1");
        assertThat(scene.value("SELECT to_regclass('t') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void refusesTheSameOfATemporaryTable() {
        Scene scene = oneTable()
                .revision("002_mixed.sql", "CREATE TEMP TABLE t (b int);\nVACUUM;\nDELETE FROM t;")
                .withLease(Duration.ofSeconds(5));
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("The statement at line 2 runs outside a transaction");
    }

    @Test
    void waitsForACheckHoweverLongItTakes() {
        Scene scene = oneTable()
                .revision("002_index.sql", """
                        -- @require it takes its time
                        SELECT pg_sleep(1.5) IS NOT NULL;
                        -- @upgrade
                        CREATE INDEX CONCURRENTLY t_a ON t (a);
                        -- @no-transaction
                        COPY t FROM STDIN;
                        1
                        \\.
                        """)
                .with(ExecutionSettings.DEFAULT
                        .withLockTimeout(Duration.ofMillis(200))
                        .withAnswerTimeout(Duration.ofSeconds(1)))
                .withLease(Duration.ofSeconds(5));
        Recorder recorder = new Recorder();
        assertThat(scene.upgrade(recorder)).isPresent();
        assertThat(recorder.losses()).isZero();
    }

    @Test
    void givesUpAStatementThatRunsAloneAndIsBlockedForTooLong() throws Exception {
        Scene scene = oneTable();
        scene.upgrade();
        scene.with(ExecutionSettings.DEFAULT
                        .withLockBudget(Duration.ofSeconds(1))
                        .withConcurrentLockBudget(Duration.ofMillis(700)))
                .withLease(Duration.ofSeconds(5))
                .revision("002_vacuum.sql", "VACUUM FULL t;");
        try (Connection reading = scene.inTransaction("SET application_name = 'report'", "SELECT * FROM t")) {
            assertThatThrownBy(scene::upgrade)
                    .isInstanceOf(LocksUnavailableException.class)
                    .hasMessageContaining("application 'report', idle in transaction");
            reading.rollback();
        }
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void aRunThatWasStoppedForLongerThanItsLeaseSendsNothingThatRunsAlone() {
        Scene scene = oneTable()
                .revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);")
                .withLease(Duration.ofMillis(300));
        assertThatThrownBy(() -> scene.upgrade(new RunListener() {
                    @Override
                    public void statementStarted(Run run, CurrentStatement statement) {
                        if (statement.step().revision().id().value().equals("002")) {
                            scene.sql("UPDATE migration_history_lease SET token = token + 1, owner = 'thief',"
                                    + " run_id = gen_random_uuid(), expires_at = now() + interval '1 hour'");
                            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                        }
                    }
                }))
                .isInstanceOf(LeaseLostException.class);
        assertThat(scene.value("SELECT to_regclass('t_a') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void aLeaseIsNotTakenForOnesOwnWhenAServerThatForgotSomethingHasGivenItsTokenToSomebodyElse() {
        Scene scene =
                oneTable().revision("002_other.sql", "CREATE TABLE u (a int);").withLease(Duration.ofSeconds(5));
        assertThatThrownBy(() -> scene.upgrade(new RunListener() {
                    @Override
                    public void stepFinished(Run run, StepReport report) {
                        scene.sql("UPDATE migration_history_lease SET owner = 'thief', run_id = gen_random_uuid(),"
                                + " expires_at = now() + interval '1 hour'");
                    }
                }))
                .isInstanceOf(LeaseLostException.class);
        assertThat(scene.value("SELECT to_regclass('u') IS NULL", Boolean.class))
                .isTrue();
        assertThat(scene.values("SELECT owner FROM migration_history_lease WHERE expires_at > now()"))
                .containsExactly("thief");
    }

    @Test
    void refusesATimeoutThatNobodyWouldKeep() {
        Scene scene = oneTable()
                .revision("002_vacuum.sql", "-- @timeout 1s\nVACUUM t;")
                .withLease(Duration.ofSeconds(5));
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("This statement runs outside a transaction, and through a pooler nothing ends it"
                        + " when its '@timeout' is over (" + folder + "/002_vacuum.sql:2)");
    }

    private Scene oneTable() {
        return new Scene(folder).revision("001_table.sql", "CREATE TABLE t (a int);");
    }
}
