package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTests {

    private static final int KILLS_PER_DATABASE = 6;

    @TempDir
    Path folder;

    @BeforeEach
    void writeRevisions() {
        MixedRevisions.writeTo(folder);
    }

    @Test
    void endsWhereAnUndisturbedRunEndsHoweverOftenItIsKilled() throws Exception {
        Seed seed = new Seed();
        TestDatabase quiet = TestDatabase.create();
        migrate(quiet);
        EndState expected = EndState.of(quiet);
        Duration whole = undisturbed();

        int wanted = Seed.times("kills", 4);
        for (int kills = 0; kills < wanted; ) {
            TestDatabase database = TestDatabase.create();
            for (int i = 0; i < KILLS_PER_DATABASE && kills < wanted; i++) {
                MigratorProcess process = MigratorProcess.start(database.url(), folder);
                process.go();
                if (!process.kill(seed.upTo(whole))) {
                    // It was slower when it was measured.
                    whole = whole.multipliedBy(9).dividedBy(10);
                    break;
                }
                kills++;
            }
            migrate(database);
            assertThat(EndState.of(database)).as("%s, %d kills", seed, kills).isEqualTo(expected);
            assertThat(instar(database).verifyJournal().isIntact())
                    .as("journal")
                    .isTrue();
        }
    }

    private Duration undisturbed() throws InterruptedException {
        TestDatabase database = TestDatabase.create();
        MigratorProcess process = MigratorProcess.start(database.url(), folder);
        long start = System.nanoTime();
        process.go();
        assertThat(process.exitCode()).as(process.said()).isZero();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void migrate(TestDatabase database) {
        instar(database).upgrade(Target.HEADS, Trigger.STARTUP);
    }

    private Instar instar(TestDatabase database) {
        return new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + folder));
    }
}
