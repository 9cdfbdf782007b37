package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.history.RunState;
import dev.instar.plan.Planner;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.run.Connector;
import dev.instar.run.CurrentStatement;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import dev.instar.run.RunSettings;
import dev.instar.run.RunStoppedException;
import dev.instar.run.Runner;
import dev.instar.run.StopSignal;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is asked to end while a statement takes longer than there is time. */
class StopOnShutdownTests {

    private static final Duration NO_TIME = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final StopSignal stop = new StopSignal();
    private final CountDownLatch sleeping = new CountDownLatch(1);

    @Test
    void takesBackATransactionThereIsNoMoreTimeForAndSaysThatTheRunWasStopped() throws Exception {
        write("001_first.sql", "CREATE TABLE a (id int);");
        write("002_long.sql", "CREATE TABLE b (id int); SELECT pg_sleep(600);");

        StopOnShutdown hook = new StopOnShutdown(stop);
        CompletableFuture<Optional<RunReport>> run = CompletableFuture.supplyAsync(() -> guarded(hook));
        sleeping.await();
        hook.stopAndWait(stop, NO_TIME, Duration.ofMinutes(1));

        assertThatThrownBy(run::get)
                .cause()
                .isInstanceOf(RunStoppedException.class)
                .hasMessageContaining("was asked to stop and did. Done: '001'; left to do: '002'.");
        assertThat(instar().runs(1))
                .singleElement()
                .satisfies(last -> assertThat(last.state()).isEqualTo(RunState.STOPPED));
        write("002_long.sql", "CREATE TABLE b (id int);");
        assertThat(instar().upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
    }

    @Test
    void leavesAStatementAloneThatRunsOutsideATransaction() throws Exception {
        write("001_first.sql", "CREATE TABLE a (id int);");
        write("002_alone.sql", "-- @no-transaction\nSELECT pg_sleep(1.2);");

        StopOnShutdown hook = new StopOnShutdown(stop);
        CompletableFuture<Optional<RunReport>> run = CompletableFuture.supplyAsync(() -> guarded(hook));
        sleeping.await();
        hook.stopAndWait(stop, NO_TIME, Duration.ofMillis(500));

        assertThat(run).isNotCompleted();
        assertThat(run.get()).isPresent();
    }

    private Optional<RunReport> guarded(StopOnShutdown hook) {
        try (hook) {
            return hook.guard(this::upgrade);
        }
    }

    private Optional<RunReport> upgrade() {
        RunListener listener = new RunListener() {
            @Override
            public void statementStarted(Run run, CurrentStatement statement) {
                if (statement.step().revision().id().equals(new RevisionId("002"))) {
                    sleeping.countDown();
                }
            }
        };
        Instar instar = instar();
        RunSettings settings = instar.settings().run();
        return new Runner(Connector.to(database.dataSource(), settings, stop), settings, listener, stop)
                .run(
                        instar.newRun(Trigger.STARTUP),
                        instar.revisions(),
                        position -> new Planner(position).upgrade(Target.HEADS),
                        null);
    }

    private Instar instar() {
        return new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + folder));
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
