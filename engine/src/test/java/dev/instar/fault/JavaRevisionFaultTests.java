package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.database.Blocker;
import dev.instar.revision.expression.Target;
import dev.instar.run.CurrentStatement;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import dev.instar.script.RevisionOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A revision in Java talks to its own database, and to others. */
class JavaRevisionFaultTests {

    private static final String ENDS_ITSELF = "SELECT pg_terminate_backend(pg_backend_pid())";

    @TempDir
    Path folder;

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void anotherDatabaseThatIsDownIsTheFailureOfTheRevision() {
        PGSimpleDataSource legacy = new PGSimpleDataSource();
        legacy.setURL("jdbc:postgresql://localhost:1/legacy");

        assertFails(context ->
                JdbcClient.create(legacy).sql("SELECT 1").query(Integer.class).single());
    }

    @Test
    void soIsAConnectionToItThatIsLostEvenWhereTheOwnTransactionIsAborted() {
        JdbcClient other = TestDatabase.create().client();

        assertFails(context -> other.sql(ENDS_ITSELF).query().singleValue());
        assertFails(context -> {
            try {
                context.jdbc().sql("SELECT 1 / 0").query().singleValue();
            } catch (RuntimeException aborted) {
                other.sql(ENDS_ITSELF).query().singleValue();
            }
        });
    }

    @Test
    void theOwnConnectionThatIsLostIsReplaced() {
        Scene scene = scene();

        upgrade(scene, context -> {
            if (calls.get() == 1) {
                context.jdbc().sql(ENDS_ITSELF).query().singleValue();
            }
        });

        assertThat(calls).hasValue(2);
        assertThat(scene.values("SELECT migration_number FROM migration_history ORDER BY id"))
                .containsExactly("001", "002");
    }

    @Test
    void theOwnConnectionIsReplacedEvenIfAnotherDatabaseWasTheLastToFail() {
        PGSimpleDataSource legacy = new PGSimpleDataSource();
        legacy.setURL("jdbc:postgresql://localhost:1/legacy");

        upgrade(scene(), context -> {
            if (calls.get() == 1) {
                try {
                    context.jdbc().sql(ENDS_ITSELF).query().singleValue();
                } catch (RuntimeException lost) {
                    JdbcClient.create(legacy).sql("SELECT 1").query().singleValue();
                }
            }
        });

        assertThat(calls).hasValue(2);
    }

    @Test
    void whoIsInItsWayIsToldWithItsOwnPlace() throws Exception {
        Scene scene = scene();
        Queue<String> places = new ConcurrentLinkedQueue<>();
        RunListener listener = new RunListener() {
            @Override
            public void blocked(Run run, CurrentStatement at, List<Blocker> by, Duration blocked) {
                places.add(at.step().revision().id().value());
            }
        };
        upgrade(scene, context -> {}, listener);
        scene.sql(
                "UPDATE migration_history SET status = 'rolled_back', rollback_at = now() WHERE migration_number = '002'");
        CompletableFuture<Void> run;
        try (Connection reading = scene.inTransaction("SELECT * FROM a")) {
            run = CompletableFuture.runAsync(() -> upgrade(
                    scene,
                    context ->
                            context.jdbc().sql("ALTER TABLE a ADD COLUMN b int").update(),
                    listener));
            Scene.await(() -> !places.isEmpty(), "somebody is in the way");
            reading.rollback();
        }
        run.join();
        assertThat(places).containsOnly("002");
    }

    @Test
    void aCommitOfItsOwnIsItsFailureAndNotHidden() {
        for (String end : List.of("COMMIT", "ROLLBACK")) {
            assertThatThrownBy(() -> upgrade(scene(), context -> {
                        context.jdbc().sql("CREATE TABLE early ()").update();
                        context.jdbc().sql(end).update();
                        context.jdbc().sql("CREATE TABLE late ()").update();
                    }))
                    .isInstanceOf(StepFailedException.class)
                    .hasMessageContaining("The revision has ended the transaction that it is part of, by a COMMIT or a"
                            + " ROLLBACK of its own at ")
                    .hasMessageContaining(
                            end.equals("COMMIT")
                                    ? "It has committed by itself, and what had been done by then stays."
                                    : "Revision '002' was rolled back and left nothing behind.");
        }
    }

    @Test
    void whatItHasCommittedIsNotDoneTwiceForWantOfALockAndNotSaidToBeTakenBack() throws Exception {
        Scene scene = scene();
        upgrade(scene, context -> {});
        scene.sql(
                "UPDATE migration_history SET status = 'rolled_back', rollback_at = now() WHERE migration_number = '002'");
        calls.set(0);
        try (Connection reading = scene.inTransaction("SELECT * FROM a")) {
            assertThatThrownBy(() -> upgrade(scene, context -> {
                        context.jdbc().sql("CREATE TABLE early ()").update();
                        context.jdbc().sql("COMMIT").update();
                        context.jdbc().sql("ALTER TABLE a ADD COLUMN b int").update();
                    }))
                    .isInstanceOf(StepFailedException.class)
                    .hasMessageContaining("It has committed by itself, and what had been done by then stays.");
            reading.rollback();
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void anErrorThatItDoesNotTellIsItsFailureAllTheSame() {
        assertThatThrownBy(() -> upgrade(scene(), context -> {
                    try {
                        context.jdbc().sql("SELECT 1 / 0").query().singleValue();
                    } catch (RuntimeException hidden) {
                        calls.incrementAndGet();
                    }
                }))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining(
                        "The server has refused a statement of the revision, which went on, and nothing of its"
                                + " transaction lasts at ")
                .hasMessageContaining("Revision '002' was rolled back and left nothing behind.");
    }

    @Test
    void whatItHasCommittedIsNotDoneTwiceForALostConnectionEither() {
        assertThatThrownBy(() -> upgrade(scene(), context -> {
                    context.jdbc().sql("CREATE TABLE IF NOT EXISTS early ()").update();
                    context.jdbc().sql("COMMIT").update();
                    context.jdbc().sql(ENDS_ITSELF).query().singleValue();
                }))
                .hasMessage("The connection was lost at statement 1 of revision '002': The revision had committed by"
                        + " itself, and what had been done by then stays. Finished were '001'. Undo by hand what it has"
                        + " done, take out its COMMIT and start again; the next run finds out what has happened and goes"
                        + " on.");
        assertThat(calls).hasValue(1);
    }

    private void assertFails(Consumer<RevisionContext> work) {
        calls.set(0);
        Scene scene = scene();

        assertThatThrownBy(() -> upgrade(scene, work))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("The upgrade of revision '002' (Copies) failed at ")
                .hasMessageContaining("Before it, this run had finished '001'.");
        assertThat(calls).hasValue(1);
        assertThat(scene.values("SELECT migration_number FROM migration_history"))
                .containsExactly("001");
        assertThat(scene.values("SELECT event FROM migration_journal WHERE migration_number = '002' ORDER BY id"))
                .containsExactly("intent", "failed");
    }

    private Scene scene() {
        return new Scene(folder).revision("001_a.sql", "CREATE TABLE a (id int);");
    }

    private void upgrade(Scene scene, Consumer<RevisionContext> work, RunListener... listeners) {
        new Instar(
                        scene.database().dataSource(),
                        InstarSettings.DEFAULT
                                .withLocations("file:" + folder)
                                .withRevisionOptions(RevisionOptions.NONE.withJavaRevisions(new Copies(calls, work))),
                        listeners)
                .upgrade(Target.HEADS, Trigger.COMMAND);
    }

    @RevisionHeader(id = "002", revises = "001", message = "Copies", irreversible = "no")
    static final class Copies implements JavaRevision {

        private final AtomicInteger calls;
        private final Consumer<RevisionContext> work;

        Copies(AtomicInteger calls, Consumer<RevisionContext> work) {
            this.calls = calls;
            this.work = work;
        }

        @Override
        public void upgrade(RevisionContext context) {
            calls.incrementAndGet();
            work.accept(context);
        }
    }
}
