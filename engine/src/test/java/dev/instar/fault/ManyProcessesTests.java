package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyProcessesTests {

    private static final int PROCESSES = Seed.times("racing", 8);

    @TempDir
    Path folder;

    @Test
    void processesThatStartAtOnceOnAnEmptyDatabaseMigrateItOnce() throws Exception {
        MixedRevisions.writeTo(folder);
        Scene scene = new Scene(folder);
        List<MigratorProcess> processes =
                MigratorProcess.start(PROCESSES, scene.database().url(), folder);

        processes.forEach(MigratorProcess::go);

        for (MigratorProcess process : processes) {
            assertThat(process.exitCode()).as(process.said()).isZero();
        }
        assertThat(scene.values("SELECT count(*) || ' ' || count(DISTINCT run_id) FROM migration_journal"
                        + " WHERE event = 'applied'"))
                .containsExactly("7 1");
        Scene quiet = new Scene(folder);
        quiet.upgrade();
        assertThat(EndState.of(scene.database())).isEqualTo(EndState.of(quiet.database()));
    }

    @Test
    void aLoneConcurrentIndexIsBuiltWhileOthersWaitAndSomebodyIsIdleInATransaction() throws Exception {
        Scene scene =
                new Scene(folder).revision("001_table.sql", "CREATE TABLE t (a int); CREATE TABLE other (a int);");
        scene.upgrade();
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);");
        List<MigratorProcess> processes =
                MigratorProcess.start(Seed.times("waiting", 4), scene.database().url(), folder);

        try (Connection idle = scene.inTransaction()) {
            try (var statement = idle.prepareStatement("SELECT 1 FROM other")) {
                statement.executeQuery();
            }
            processes.forEach(MigratorProcess::go);
            scene.await("EXISTS (SELECT 1 FROM pg_stat_progress_create_index"
                    + " WHERE datname = current_database() AND phase LIKE 'waiting for%')");
            idle.rollback();
        }

        for (MigratorProcess process : processes) {
            assertThat(process.exitCode()).as(process.said()).isZero();
        }
        assertThat(scene.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_a'::regclass", Boolean.class))
                .isTrue();
    }
}
