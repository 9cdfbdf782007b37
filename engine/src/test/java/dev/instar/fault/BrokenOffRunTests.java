package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.instar.DatabaseUnavailableException;
import dev.instar.Instar;
import dev.instar.State;
import dev.instar.TestDatabase;
import dev.instar.plan.Step;
import dev.instar.revision.expression.Target;
import dev.instar.run.ConnectionLostException;
import dev.instar.run.CurrentStatement;
import dev.instar.run.Outcome;
import dev.instar.run.Run;
import dev.instar.run.RunBrokenOffException;
import dev.instar.run.RunListener;
import dev.instar.run.RunStoppedException;
import dev.instar.run.StepReport;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Whatever a run ends with, those who heard that it had started hear once that it has ended. */
@Execution(ExecutionMode.CONCURRENT)
class BrokenOffRunTests {

    private static final String REFUSE_DONE = "ALTER TABLE migration_journal ADD CHECK (event <> 'done')";
    private static final String REFUSE_EVERYTHING = "ALTER TABLE migration_journal ADD CHECK (false) NOT VALID";

    @TempDir
    Path folder;

    private final Ends ends = new Ends();
    private Scene scene;

    @BeforeEach
    void setScene() {
        scene = new Scene(folder).ungrouped().revision("001_first.sql", "CREATE TABLE a (id int);");
    }

    @Test
    void hasFailedWhenItsConnectionIsLostAgainAndAgain() {
        scene.revision("002_fatal.sql", "SELECT pg_terminate_backend(pg_backend_pid());");
        Instar instar = scene.instar(ends);

        assertThatThrownBy(() -> upgrade(instar))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("was lost 5 times at statement 1 of revision '002', and the run could not go on:")
                .hasMessageContaining(". Finished were '001'. Make sure");
        assertFailed(instar);
    }

    @Test
    void hasFailedWhenItsServerClosesTheConnectionWithoutAWord() {
        scene.revision("002_slow.sql", "SELECT pg_sleep(1.2);");
        try (Proxy proxy = new Proxy(TestDatabase.port())) {
            Instar instar = scene.instar(through(proxy), ends, atTheStartOf("002", () -> later(proxy::cut)));

            assertThatThrownBy(() -> upgrade(instar))
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("could not go on: An I/O error occurred while sending to the backend."
                            + " Finished were '001'.");
        }
        assertThat(ends.outcomes()).containsExactly(Outcome.FAILURE);
    }

    @Test
    void hasFailedWhenItDoesNotGetItsTurnBack() {
        scene.revision("002_slow.sql", "SELECT pg_sleep(20);").waitingAtMost(Duration.ofMillis(300));
        try (Proxy proxy = new Proxy(TestDatabase.port())) {
            Instar instar = scene.instar(through(proxy), ends, atTheStartOf("002", () -> later(proxy::cut)));

            assertThatThrownBy(() -> upgrade(instar))
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("was lost at statement 1 of revision '002', and the run could not go on:")
                    .hasMessageContaining("migration lock")
                    .hasMessageContaining(". Finished were '001'. Make sure");
        }
        assertThat(ends.outcomes()).containsExactly(Outcome.FAILURE);
    }

    @Test
    void hasStoppedWhenItIsAskedToWhileItsServerCannotBeReached() {
        scene.revision("002_slow.sql", "SELECT pg_sleep(20);");
        AtomicReference<Instar> instar = new AtomicReference<>();
        try (Proxy proxy = new Proxy(TestDatabase.port())) {
            instar.set(scene.instar(
                    through(proxy), ends, atTheStartOf("002", () -> later(proxy::close)), new RunListener() {
                        @Override
                        public void connectionLost(Run run, String place) {
                            later(instar.get()::stop);
                        }
                    }));

            assertThatThrownBy(() -> upgrade(instar.get()))
                    .isInstanceOf(RunStoppedException.class)
                    .hasMessageContaining("Done: '001'; left to do: '002'.");
        }
        assertThat(ends.starts()).isOne();
        assertThat(ends.outcomes()).containsExactly(Outcome.STOPPED);
    }

    @Test
    void hasFailedWhenTheJournalRefusesALineInTheMiddle() {
        scene.revision("002_vacuum.sql", "VACUUM a;").revision("003_third.sql", "CREATE TABLE c (id int);");
        Instar instar = scene.instar(ends, behind("001", () -> scene.sql(REFUSE_DONE)));

        assertThatThrownBy(() -> upgrade(instar))
                .isInstanceOf(RunBrokenOffException.class)
                .hasMessage("The run broke off behind statement 1 of revision '002': ERROR: new row for relation"
                        + " \"migration_journal\" violates check constraint \"migration_journal_event_check\"."
                        + " Finished were '001'. Put that right and start again; the next run finds out what has"
                        + " happened and goes on.");
        assertFailed(instar);
        assertThat(scene.values("SELECT event FROM migration_journal ORDER BY id DESC LIMIT 1"))
                .containsExactly("failed");
        assertThat(instar.verifyJournal().isIntact()).isTrue();

        scene.sql("ALTER TABLE migration_journal DROP CONSTRAINT migration_journal_event_check");
        assertThat(scene.upgrade())
                .hasValueSatisfying(report -> assertThat(report.steps()).hasSize(2));
    }

    @Test
    void hasFailedWhenNotEvenThatCanBeWrittenDown() {
        scene.revision("002_second.sql", "VACUUM a;");
        Instar instar = scene.instar(ends, behind("001", () -> scene.sql(REFUSE_EVERYTHING)));

        Throwable failure = catchThrowable(() -> upgrade(instar));

        assertThat(failure).isInstanceOf(RunBrokenOffException.class);
        assertThat(failure.getCause().getSuppressed()).hasSize(1);
        assertFailed(instar);
    }

    @Test
    void hasFailedWhenSomethingHappensThatNobodyHadThoughtOf() {
        scene.revision("002_second.sql", "CREATE TABLE b (id int);");
        AtomicBoolean broken = new AtomicBoolean();
        DelegatingDataSource dataSource = new DelegatingDataSource(
                scene.database().dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            if (method.getName().equals("setAutoCommit") && broken.getAndSet(false)) {
                                throw new IllegalStateException("The driver is beside itself.");
                            }
                            return method.invoke(connection, arguments);
                        });
            }
        };
        Instar instar = scene.instar(dataSource, ends, behind("001", () -> broken.set(true)));

        assertThatThrownBy(() -> upgrade(instar))
                .isInstanceOf(RunBrokenOffException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "behind statement 1 of revision '001': The driver is beside itself. Finished" + " were '001'.");
        assertFailed(instar);
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void hasFailedWhenTheVirtualMachineCannotGoOn() {
        Instar instar = scene.instar(ends, new RunListener() {
            @Override
            public void stepStarted(Run run, Step step) {
                throw new LinkageError("No such class.");
            }
        });

        assertThatThrownBy(() -> upgrade(instar)).isInstanceOf(LinkageError.class);
        assertFailed(instar);
    }

    @Test
    void hasNotBegunWhenTheJournalRefusesItsFirstLine() {
        scene.upgrade();
        scene.revision("002_second.sql", "CREATE TABLE b (id int);").sql(REFUSE_EVERYTHING);

        assertThatThrownBy(() -> upgrade(scene.instar(ends)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageEndingWith("(SQLSTATE 23514). Put that right and start again.");
        assertThat(ends.starts()).isZero();
        assertThat(ends.outcomes()).isEmpty();
    }

    private void assertFailed(Instar instar) {
        assertThat(ends.starts()).isOne();
        assertThat(ends.outcomes()).containsExactly(Outcome.FAILURE);
        assertThat(instar.status().state()).isEqualTo(State.FAILED);
    }

    private static void upgrade(Instar instar) {
        instar.upgrade(Target.HEADS, Trigger.STARTUP);
    }

    private PGSimpleDataSource through(Proxy proxy) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(scene.database().url().replace(":" + TestDatabase.port(), ":" + proxy.port()));
        dataSource.setUser("postgres");
        return dataSource;
    }

    private static void later(Runnable work) {
        CompletableFuture.delayedExecutor(Duration.ofMillis(300).toMillis(), TimeUnit.MILLISECONDS)
                .execute(work);
    }

    private static RunListener atTheStartOf(String revision, Runnable work) {
        return new RunListener() {
            @Override
            public void statementStarted(Run run, CurrentStatement statement) {
                if (statement.step().revision().id().value().equals(revision)) {
                    work.run();
                }
            }
        };
    }

    private static RunListener behind(String revision, Runnable work) {
        return new RunListener() {
            @Override
            public void stepFinished(Run run, StepReport report) {
                if (report.step().revision().id().value().equals(revision)) {
                    work.run();
                }
            }
        };
    }
}
