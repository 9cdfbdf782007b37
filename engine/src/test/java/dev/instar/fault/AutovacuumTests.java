package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.Trigger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AutovacuumTests {

    @TempDir
    Path folder;

    @Test
    void anAutovacuumMakesWayEvenWhenEachAttemptIsShorterThanItsDeadlockTimeout() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("autovacuum_naptime", "1s")
                .start()) {
            DataSource dataSource = server.getPostgresDatabase();
            JdbcClient client = JdbcClient.create(dataSource);
            client.sql("CREATE TABLE t (a int, b text) WITH (autovacuum_vacuum_threshold = 0,"
                            + " autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 100,"
                            + " autovacuum_vacuum_cost_limit = 1)")
                    .update();
            client.sql("INSERT INTO t SELECT n, repeat('x', 500) FROM generate_series(1, 20000) n")
                    .update();
            client.sql("DELETE FROM t WHERE a % 2 = 0").update();
            Scene.await(
                    () -> !client.sql("SELECT 1 FROM pg_stat_progress_vacuum")
                            .query(Integer.class)
                            .list()
                            .isEmpty(),
                    "an autovacuum is at work");
            Files.writeString(folder.resolve("001_alter.sql"), "ALTER TABLE t ADD COLUMN c int;");

            Instar instar = new Instar(
                    dataSource,
                    InstarSettings.DEFAULT
                            .withLocations("file:" + folder)
                            .withExecution(ExecutionSettings.DEFAULT
                                    .withLockTimeout(Duration.ofMillis(400))
                                    .withLockBudget(Duration.ofSeconds(20))));

            assertThat(instar.upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
        }
    }
}
