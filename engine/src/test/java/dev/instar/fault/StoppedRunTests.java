package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.Instar;
import dev.instar.TestDatabase;
import dev.instar.history.RunState;
import dev.instar.plan.Step;
import dev.instar.revision.expression.Target;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunStoppedException;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class StoppedRunTests {

    private static final String SLEEPING = "EXISTS (SELECT 1 FROM pg_stat_activity"
            + " WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%' AND state = 'active')";

    @TempDir
    Path folder;

    @Test
    void stopsAtTheNextSafePointAndSaysWhatIsLeft() {
        Scene scene = threeRevisions("SELECT 1;");
        AtomicReference<Instar> instar = new AtomicReference<>();
        instar.set(scene.instar(new RunListener() {
            @Override
            public void stepStarted(Run run, Step step) {
                if (step.revision().id().value().equals("002")) {
                    instar.get().stop();
                }
            }
        }));

        assertThatThrownBy(() -> instar.get().upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(RunStoppedException.class)
                .hasMessageContaining("was asked to stop and did. Done: '001'; left to do: '002' and '003'.");
        assertThat(scene.instar().runs(1))
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.STOPPED));
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void aProcessThatIsAskedToEndFinishesWhatItIsAtAndLeavesTheRest() throws Exception {
        Scene scene = threeRevisions("SELECT pg_sleep(1);");
        MigratorProcess process = scene.process();
        process.go();
        scene.await(SLEEPING);

        process.terminate();

        process.exitCode();
        assertThat(scene.values("SELECT migration_number FROM migration_history ORDER BY 1"))
                .containsExactly("001", "002");
        assertThat(scene.instar().runs(1))
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.STOPPED));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "instar.endurance",
            matches = "true",
            disabledReason = "takes as long as an orchestrator waits")
    void aProcessThatHasNoMoreTimeForATransactionTakesItBackAndSaysSo() throws Exception {
        Scene scene = threeRevisions("CREATE TABLE b (id int); SELECT pg_sleep(600);");
        MigratorProcess process = scene.process();
        process.go();
        scene.await(SLEEPING);

        process.terminate();

        process.exitCode();
        assertThat(process.said()).contains("was asked to stop and did. Done: '001'; left to do: '002' and '003'.");
        assertThat(scene.value("SELECT NOT " + SLEEPING, Boolean.class)).isTrue();
        assertThat(scene.instar().runs(1))
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.STOPPED));
        scene.revision("002_second.sql", "CREATE TABLE b (id int);");
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void aProcessThatIsAskedToEndWhileItWaitsForItsTurnLeavesAtOnce() throws Exception {
        Scene scene = threeRevisions("SELECT pg_sleep(600);");
        MigratorProcess migrating = scene.process();
        migrating.go();
        scene.await(SLEEPING);
        MigratorProcess waiting = scene.process();
        waiting.go();
        waiting.awaitLine("Waiting for the migration lock");
        waiting.terminate();
        waiting.exitCode();
        assertThat(waiting.said())
                .contains("The run was asked to stop before it began, and nothing was run. Start again.");
        assertThat(migrating.kill(Duration.ZERO)).isTrue();
        scene.endMigratingSessions();
    }

    @Test
    void aProcessThatIsAskedToEndWhileItWaitsForItsDatabaseLeavesAtOnce() throws Exception {
        Scene scene = threeRevisions("SELECT 1;");
        MigratorProcess waiting = MigratorProcess.start(
                scene.database().url().replace(":" + TestDatabase.port(), ":1"), folder, "PT30S", "1000");
        waiting.go();
        waiting.awaitLine("The database cannot be reached");
        waiting.terminate();
        waiting.exitCode();
        assertThat(waiting.said())
                .contains("The run was asked to stop before it began, and nothing was run. Start again.");
    }

    @Test
    void anyNodeSeesWhichRunIsUnderWayAndWhichWasLost() throws Exception {
        Scene scene = threeRevisions("SELECT pg_sleep(600);");
        MigratorProcess process = scene.process();
        process.go();
        scene.await(SLEEPING);

        assertThat(scene.instar().status().running()).satisfies(run -> {
            assertThat(run.planned()).isEqualTo(3);
            assertThat(run.steps()).hasSize(1);
            assertThat(run.current()).hasToString("002");
        });

        process.kill(Duration.ZERO);
        scene.endMigratingSessions();
        Scene.await(() -> scene.instar().status().running() == null, "the lost run is seen to be lost");
        assertThat(scene.instar().status().lastRun())
                .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.LOST));
    }

    private Scene threeRevisions(String second) {
        return new Scene(folder)
                .revision("001_first.sql", "CREATE TABLE a (id int);")
                .revision("002_second.sql", second)
                .revision("003_third.sql", "CREATE TABLE c (id int);");
    }
}
