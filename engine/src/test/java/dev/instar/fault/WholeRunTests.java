package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.lock.LockType;
import dev.instar.plan.Plan;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.LocksUnavailableException;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunManner;
import dev.instar.run.RunReport;
import dev.instar.run.RunStoppedException;
import dev.instar.run.StepFailedException;
import dev.instar.run.TransactionScope;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With one transaction for all revisions of a run. */
class WholeRunTests {

    private static final ExecutionSettings ONE_TRANSACTION =
            ExecutionSettings.DEFAULT.withManner(RunManner.DEFAULT.withTransaction(TransactionScope.RUN));
    private static final String OTHERS =
            "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    private static final String TABLES = "SELECT relname FROM pg_class WHERE relname IN ('a', 'b', 'c') ORDER BY 1";

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void setScene() {
        scene = new Scene(folder)
                .with(ONE_TRANSACTION)
                .revision("001_first.sql", "CREATE TABLE a (id int PRIMARY KEY);\n-- @downgrade\nDROP TABLE a;")
                .revision(
                        "002_second.sql",
                        "SET search_path = pg_catalog; CREATE TABLE public.b (id int);\n-- @downgrade\nDROP TABLE b;")
                .revision(
                        "003_third.sql",
                        "CREATE TABLE c (a int REFERENCES a DEFERRABLE INITIALLY DEFERRED);"
                                + "\n-- @downgrade\nDROP TABLE c;");
    }

    @Test
    void allRevisionsTakeEffectTogetherUpAndDown() {
        assertThat(scene.upgrade())
                .hasValueSatisfying(report -> assertThat(report.steps()).hasSize(3));
        assertThat(scene.values(TABLES)).containsExactly("a", "b", "c");
        assertThat(scene.values("SELECT count(DISTINCT xmin::text)::text FROM migration_history"))
                .containsExactly("1");
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
        scene.instar().downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(scene.values(TABLES)).isEmpty();
    }

    @Test
    void nothingIsLeftOfARunThatFails() {
        scene.revision("004_wrong.sql", "CREATE TABLE d (id int); SELECT 1 / 0;");
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("The upgrade of revision '004' (Wrong) failed")
                .hasMessageContaining("division by zero")
                .hasMessageContaining("The run was one transaction, and nothing of it is left.");
        assertNothingIsLeftButALineAbout("004");
        scene.revision("004_wrong.sql", "CREATE TABLE d (id int);");
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void nothingIsLeftOfARunWhoseCommitIsRefused() {
        scene.revision("004_wrong.sql", "INSERT INTO c VALUES (1);");
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("(at the commit)");
        assertNothingIsLeftButALineAbout("004");
    }

    @Test
    void refusesAPlanWithAStatementThatRunsAlone() {
        scene.revision("004_index.sql", "CREATE INDEX CONCURRENTLY a_id ON a (id);");
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("With 'instar.transaction=run' a run is one transaction");
        assertThat(scene.values(TABLES)).isEmpty();
    }

    @Test
    void triesTheWholeRunAgainWhenOneOfItsRevisionsDoesNotGetItsLocks() throws Exception {
        scene.sql("CREATE TABLE busy (id int)");
        scene.with(ONE_TRANSACTION.withLockTimeout(Duration.ofMillis(200)))
                .revision("004_busy.sql", "ALTER TABLE busy ADD COLUMN b int;");
        Recorder recorder = new Recorder();
        CompletableFuture<Optional<RunReport>> run;
        try (Connection open = scene.inTransaction("SELECT * FROM busy")) {
            run = scene.upgradeInBackground(recorder);
            Scene.await(() -> recorder.retries() > 0, "an attempt in vain");
            assertThat(scene.values(TABLES)).isEmpty();
            open.rollback();
        }
        assertThat(run.get()).isPresent();
        assertThat(scene.values("SELECT event || ' ' || count(*) FROM migration_journal"
                        + " WHERE migration_number IS NOT NULL GROUP BY event ORDER BY 1"))
                .containsExactly("applied 4", "intent 4");
    }

    @Test
    void givesUpTheWholeRunWhenItsBudgetIsSpent() throws Exception {
        scene.sql("CREATE TABLE busy (id int)");
        scene.with(ONE_TRANSACTION.withLockTimeout(Duration.ofMillis(100)).withLockBudget(Duration.ofMillis(400)))
                .revision("004_busy.sql", "ALTER TABLE busy ADD COLUMN b int;");
        try (Connection open = scene.inTransaction("SELECT * FROM busy")) {
            assertThatThrownBy(scene::upgrade).isInstanceOf(LocksUnavailableException.class);
            open.rollback();
        }
        assertNothingIsLeftButALineAbout("004");
    }

    @Test
    void aRunThatIsAskedToStopHasDoneNothing() {
        scene.revision("002_second.sql", "SELECT 1;");
        assertThatThrownBy(() -> {
                    Stopping stopping = new Stopping("002");
                    stopping.stops(scene.instar(stopping)).upgrade(Target.HEADS, Trigger.STARTUP);
                })
                .isInstanceOf(RunStoppedException.class)
                .hasMessageContaining("Nothing was done; left to do: '001', '002' and '003'.");
        assertThat(scene.values(TABLES)).isEmpty();
    }

    @Test
    void survivesTheLossOfItsConnection() throws Exception {
        scene.revision("002_second.sql", "CREATE TABLE b (id int); SELECT pg_sleep(0.5);");
        Recorder recorder = new Recorder();
        CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground(recorder);
        scene.await("EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND query LIKE 'SELECT pg_sleep%' AND state = 'active')");
        scene.endMigratingSessions();
        assertThat(run.get()).isPresent();
        assertThat(recorder.losses()).isPositive();
        assertThat(scene.values(TABLES)).containsExactly("a", "b", "c");
    }

    @Test
    void worksWithALeaseToo() {
        scene.with(ExecutionSettings.DEFAULT.withManner(
                RunManner.DEFAULT.withTransaction(TransactionScope.RUN).withLock(LockType.LEASE)));
        assertThat(scene.upgrade()).isPresent();
        assertThat(scene.values(TABLES)).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnWhenTheConnectionOfALeaseIsLostBeforeTheFirstStep() {
        AtomicBoolean lost = new AtomicBoolean();
        scene.with(ExecutionSettings.DEFAULT.withManner(
                RunManner.DEFAULT.withTransaction(TransactionScope.RUN).withLock(LockType.LEASE)));
        assertThat(scene.upgrade(new RunListener() {
                    @Override
                    public void runStarted(Run run, Plan plan) {
                        lost.set(scene.value("SELECT bool_and(pg_terminate_backend(pid)) " + OTHERS, Boolean.class));
                        scene.await("NOT EXISTS (SELECT 1 %s)".formatted(OTHERS));
                    }
                }))
                .isPresent();
        assertThat(lost).isTrue();
        assertThat(scene.values(TABLES)).containsExactly("a", "b", "c");
    }

    private void assertNothingIsLeftButALineAbout(String revision) {
        assertThat(scene.values(TABLES)).isEmpty();
        assertThat(scene.values("SELECT migration_number FROM migration_history"))
                .isEmpty();
        assertThat(scene.values("SELECT event || coalesce(' ' || migration_number, '') FROM migration_journal"
                        + " ORDER BY id OFFSET 1"))
                .containsExactly("started", "failed " + revision);
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }
}
