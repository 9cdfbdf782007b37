package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instar.DatabaseUnavailableException;
import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.OnUnknownRevision;
import dev.instar.TestDatabase;
import dev.instar.history.HistoryChangedException;
import dev.instar.history.TableNames;
import dev.instar.plan.Planner;
import dev.instar.revision.expression.Target;
import dev.instar.run.Connector;
import dev.instar.run.CurrentStatement;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunManner;
import dev.instar.run.RunReport;
import dev.instar.run.RunSettings;
import dev.instar.run.Runner;
import dev.instar.run.StepFailedException;
import dev.instar.run.StepReport;
import dev.instar.run.StopSignal;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;

@Execution(ExecutionMode.CONCURRENT)
class LostConnectionTests {

    /** Looks often, and so finds soon after a time that a busy server keeps as well that no answer has come in it. */
    private static final ExecutionSettings ATTENTIVE =
            ExecutionSettings.DEFAULT.withLockTimeout(Duration.ofMillis(200)).withAnswerTimeout(Duration.ofSeconds(1));

    @TempDir
    static Path folder;

    private static EndState expected;
    private static Duration whole;

    @BeforeAll
    static void migrateUndisturbed() {
        MixedRevisions.writeTo(folder);
        Scene quiet = new Scene(folder);
        long start = System.nanoTime();
        quiet.upgrade();
        whole = Duration.ofNanos(System.nanoTime() - start);
        expected = EndState.of(quiet.database());
    }

    @Test
    void endsWhereAnUndisturbedRunEndsHoweverOftenItsSessionIsEnded() throws Exception {
        Seed seed = new Seed();
        int wanted = Seed.times("terminations", 4);
        for (int ended = 0; ended < wanted; ) {
            Scene scene = new Scene(folder);
            Recorder recorder = new Recorder();
            CompletableFuture<Optional<RunReport>> run = scene.upgradeInBackground(recorder);
            // One place that loses its connection again and again makes a run give up.
            for (int i = 0; i < 4 && !run.isDone(); i++) {
                LockSupport.parkNanos(seed.upTo(whole).toNanos());
                scene.endMigratingSessions();
            }

            assertThat(run.get(1, TimeUnit.MINUTES)).as(seed.toString()).isPresent();
            assertThat(EndState.of(scene.database())).as(seed.toString()).isEqualTo(expected);
            ended += Math.max(1, recorder.losses());
        }
    }

    @Test
    void goesOnWhenTheSessionThatLookedIsGoneBeforeTheRunBegins() {
        Scene scene = new Scene(folder);
        Instar instar = scene.instar();
        RunSettings settings = new RunSettings(
                instar.settings().tables(),
                instar.settings().lockTimeout(),
                instar.settings().execution());
        StopSignal stop = new StopSignal();
        try (Connector connector = Connector.to(scene.database().dataSource(), settings, stop)) {
            connector.openToLook(0, () -> {});
            assertThat(scene.values("SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND backend_type = 'client backend'"
                            + " AND pid <> pg_backend_pid()"))
                    .containsExactly("true");
            Optional<RunReport> report = new Runner(connector, settings, new RunListener() {}, stop)
                    .run(
                            instar.newRun(Trigger.STARTUP),
                            instar.revisions(),
                            position -> new Planner(position).upgrade(Target.HEADS),
                            null);
            assertThat(report).isPresent();
        }
        assertThat(EndState.of(scene.database())).isEqualTo(expected);
    }

    @Test
    void goesOnWhenTheNetworkIsCut() throws Exception {
        Seed seed = new Seed();
        for (int i = 0; i < Seed.times("cuts", 2); i++) {
            Scene scene = new Scene(folder);
            try (Proxy proxy = new Proxy(TestDatabase.port())) {
                Recorder recorder = new Recorder();
                CompletableFuture<Optional<RunReport>> run = upgradeThrough(proxy, scene, recorder);
                Scene.await(() -> recorder.hasStarted() || run.isDone(), "the run has started");
                LockSupport.parkNanos(seed.upTo(whole).toNanos());
                proxy.cut();

                assertThat(run.get(1, TimeUnit.MINUTES)).as(seed.toString()).isPresent();
                assertThat(EndState.of(scene.database())).as(seed.toString()).isEqualTo(expected);
            }
        }
    }

    @Test
    void goesOnWhenTheNetworkFallsSilentWithoutClosingAnything() throws Exception {
        Seed seed = new Seed();
        for (int i = 0; i < Seed.times("silences", 1); i++) {
            Scene scene = new Scene(folder).with(ExecutionSettings.DEFAULT.withAnswerTimeout(Duration.ofSeconds(1)));
            try (Proxy proxy = new Proxy(TestDatabase.port())) {
                Recorder recorder = new Recorder();
                CompletableFuture<Optional<RunReport>> run = upgradeThrough(proxy, scene, recorder);
                Scene.await(() -> recorder.hasStarted() || run.isDone(), "the run has started");
                LockSupport.parkNanos(seed.upTo(whole).toNanos());
                proxy.fallSilent();
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                proxy.recover();

                assertThat(run.get(2, TimeUnit.MINUTES)).as(seed.toString()).isPresent();
                assertThat(EndState.of(scene.database())).as(seed.toString()).isEqualTo(expected);
            }
        }
    }

    /** Servers keep only the ASCII of a name that an application gives itself. */
    @Test
    void endsTheSessionThatItHasLostWhateverTheApplicationIsCalled(@TempDir Path own) throws Exception {
        Scene scene = new Scene(own)
                .revision("001_first.sql", "CREATE TABLE a (id int);")
                .revision("002_second.sql", "CREATE TABLE b (id int);");
        InstarSettings settings = new InstarSettings(
                        List.of("file:" + own),
                        TableNames.DEFAULT,
                        Duration.ofSeconds(10),
                        OnUnknownRevision.WARN,
                        "Größe",
                        null)
                .withExecution(ATTENTIVE.withManner(RunManner.DEFAULT.withGroupSize(1)));
        try (Proxy proxy = new Proxy(TestDatabase.port())) {
            RunListener listener = new RunListener() {
                @Override
                public void stepFinished(Run run, StepReport report) {
                    if (report.step().revision().id().value().equals("001")) {
                        proxy.fallSilent();
                    }
                }

                @Override
                public void connectionLost(Run run, String place) {
                    proxy.recover();
                }
            };
            Instar instar = new Instar(proxy.dataSource(scene.database()), settings, listener);

            assertThat(instar.upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
        }
    }

    @Test
    void endsTheSessionThatItHasLostInTheMiddleOfACopy(@TempDir Path own) throws Exception {
        Scene scene = new Scene(own)
                .with(ATTENTIVE)
                .waitingAtMost(Duration.ofSeconds(20))
                .revision("001_slow.sql", """
                        CREATE TABLE rows (a text);
                        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
                            'BEGIN PERFORM pg_sleep(0.01); RETURN NEW; END';
                        CREATE TRIGGER slow BEFORE INSERT ON rows FOR EACH ROW EXECUTE FUNCTION slow();
                        """)
                .revision(
                        "002_copy.sql", "COPY rows FROM stdin;\n" + ("x".repeat(100_000) + "\n").repeat(100) + "\\.\n");
        try (Proxy proxy = new Proxy(TestDatabase.port())) {
            RunListener listener = new RunListener() {
                @Override
                public void connectionLost(Run run, String place) {
                    proxy.recover();
                }
            };
            CompletableFuture<Optional<RunReport>> run = CompletableFuture.supplyAsync(() ->
                    scene.instar(proxy.dataSource(scene.database()), listener).upgrade(Target.HEADS, Trigger.STARTUP));
            scene.await(
                    "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%')");
            proxy.fallSilent();

            assertThat(run.get(1, TimeUnit.MINUTES)).isPresent();
            assertThat(scene.value("SELECT count(*) FROM rows", Integer.class)).isEqualTo(100);
        }
    }

    @Test
    void aServerThatDoesNotTellWhatItsSessionsDoIsBelievedToWork(@TempDir Path own) {
        Scene scene = new Scene(own).with(ATTENTIVE).revision("001_long.sql", "SELECT pg_sleep(1.5)");
        scene.sql("ALTER DATABASE %s SET track_activities = off"
                .formatted(scene.database().name()));
        Recorder recorder = new Recorder();
        assertThat(scene.upgrade(recorder)).isPresent();
        assertThat(recorder.losses()).isZero();
    }

    @Test
    void aRoleThatMayNotSeeWhatItsUserDoesIsBelievedToWork(@TempDir Path own) {
        Scene scene = new Scene(own).with(ATTENTIVE).revision("001_long.sql", "SELECT pg_sleep(1.5)");
        String user = "deployer_" + scene.database().name();
        String owner = "owner_" + scene.database().name();
        scene.sql("CREATE ROLE %s; CREATE ROLE %s LOGIN PASSWORD 'd' IN ROLE %1$s".formatted(owner, user));
        scene.sql("ALTER ROLE %s SET role = %s".formatted(user, owner));
        scene.sql("GRANT ALL ON SCHEMA public TO " + owner);
        Recorder recorder = new Recorder();
        assertThat(scene.instar(scene.database().dataSourceAs(user), recorder).upgrade(Target.HEADS, Trigger.STARTUP))
                .isPresent();
        assertThat(recorder.losses()).isZero();
    }

    @Test
    void aTimeLimitThatTheDatabaseSetsForTransactionsIsNotOneForRevisions(@TempDir Path own) {
        assumeTrue(TestDatabase.majorVersion() >= 17, "Older servers do not have that limit");
        Scene scene = new Scene(own).revision("001_long.sql", "CREATE TABLE a (id int);\nSELECT pg_sleep(0.5)");
        scene.sql("ALTER DATABASE %s SET transaction_timeout = '200ms'"
                .formatted(scene.database().name()));
        assertThat(scene.upgrade()).isPresent();
        scene.withLease(Duration.ofSeconds(5)).revision("002_long.sql", "SELECT pg_sleep(0.5)");
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void aSettingThatTheDriverDoesNotSurviveIsTheFailureOfItsRevision(@TempDir Path own) {
        Scene scene = new Scene(own).revision("001_german.sql", "CREATE TABLE a (d date);\nSET DateStyle = 'German';");
        Recorder recorder = new Recorder();
        assertThatThrownBy(() -> scene.upgrade(recorder))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("001_german.sql:2")
                .hasMessageContaining("DateStyle parameter was changed to German, DMY.");
        assertThat(recorder.losses()).isZero();
    }

    @Test
    void doesNotGoOnWhereSomebodyElseHasUndoneSomethingInTheMeantime(@TempDir Path own) {
        Scene scene = new Scene(own)
                .ungrouped()
                .revision("001_a.sql", "CREATE TABLE a (id int);")
                .revision("002_b.sql", "CREATE TABLE b (id int);");
        assertThatThrownBy(() -> scene.upgrade(new RunListener() {
                    @Override
                    public void statementStarted(Run run, CurrentStatement statement) {
                        if (statement.step().revision().id().value().equals("002")) {
                            scene.endMigratingSessions();
                        }
                    }

                    @Override
                    public void connectionLost(Run run, String place) {
                        scene.sql("DROP TABLE a");
                        scene.sql("UPDATE migration_history SET status = 'rolled_back', rollback_at = now()");
                    }
                }))
                .isInstanceOf(HistoryChangedException.class)
                .hasMessage(
                        "Somebody else changed what is applied while this run had lost its connection; the rest of it"
                                + " was not run. Start again; the plan will then be made from what the history says now.");
        assertThat(scene.values("SELECT status FROM migration_history")).containsExactly("rolled_back");
    }

    @Test
    void anotherServerThatOursCannotReachIsNoLossOfOurs(@TempDir Path own) {
        Scene scene = new Scene(own).revision("001_foreign.sql", """
                DO $$ BEGIN RAISE 'could not connect to server "legacy"' USING ERRCODE = '08001'; END $$
                """);
        Recorder recorder = new Recorder();
        assertThatThrownBy(() -> scene.upgrade(recorder))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("could not connect to server \"legacy\"")
                .hasMessageContaining("001_foreign.sql:1");
        assertThat(recorder.losses()).isZero();
    }

    @Test
    void waitsForADatabaseThatStartsLaterThanTheService() throws Exception {
        int port = FreePort.find();
        Scene scene = new Scene(folder).with(ExecutionSettings.DEFAULT.withConnectRetries(5));
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(scene.database().url().replace(":" + TestDatabase.port(), ":" + port));
        dataSource.setUser("postgres");
        CompletableFuture<Optional<RunReport>> run =
                CompletableFuture.supplyAsync(() -> scene.instar(dataSource).upgrade(Target.HEADS, Trigger.STARTUP));
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());

        Proxy started = new Proxy(TestDatabase.port(), port);
        assertThat(run.get(1, TimeUnit.MINUTES)).isPresent();
        started.close();
    }

    @Test
    @Timeout(60)
    void aServerThatAcceptsAndNeverAnswersIsNotWaitedForAnyLonger() {
        Scene scene = new Scene(folder).with(ExecutionSettings.DEFAULT.withAnswerTimeout(Duration.ofMillis(300)));
        try (Proxy proxy = new Proxy(TestDatabase.port())) {
            proxy.fallSilent();
            Instar instar = scene.instar(proxy.dataSource(scene.database()));
            for (ThrowingCallable question : List.<ThrowingCallable>of(
                    () -> instar.upgrade(Target.HEADS, Trigger.STARTUP),
                    () -> instar.schema().driftBesideRuns(Duration.ofMinutes(5)))) {
                assertThatThrownBy(question)
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageContaining("The database cannot be reached: it gives no answer"
                                + " within 0.3 s (SQLSTATE 08001).");
            }
        }
    }

    private static CompletableFuture<Optional<RunReport>> upgradeThrough(Proxy proxy, Scene scene, Recorder recorder) {
        return CompletableFuture.supplyAsync(() ->
                scene.instar(proxy.dataSource(scene.database()), recorder).upgrade(Target.HEADS, Trigger.STARTUP));
    }
}
