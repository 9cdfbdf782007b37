package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A service that leaves migrating to another process. */
class WaitingTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void startsOnceAnotherProcessHasMigrated() {
        start("instar.wait.timeout=1m", "instar.wait.interval=1ms")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void givesUpInTimeAndSaysWhatIsPending() {
        start("instar.wait.timeout=0s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("lacks 2 revisions")
                        .hasMessageContaining("'002' Seed data"));
    }

    @Test
    void endsAtOnceWhenItIsAskedTo() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MinimalService.class.getName(),
                        "--instar.mode=wait",
                        "--instar.wait.timeout=10m",
                        "--instar.wait.interval=9m",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader console = process.inputReader()) {
            String line = console.readLine();
            while (line != null && !line.contains("Waiting up to 600 s")) {
                line = console.readLine();
            }
            process.toHandle().destroy();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(console.lines())
                    .anyMatch(said -> said.contains("The wait for another process to migrate was interrupted."))
                    .noneMatch(said -> said.startsWith("\tat "));
        } finally {
            process.destroyForcibly();
        }
    }

    private ApplicationContextRunner start(String... properties) {
        String location = RevisionFolder.withTwoRevisions(folder).location();
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withBean(SomebodyMigrates.class, () -> new SomebodyMigrates(database, location))
                .withPropertyValues("instar.mode=wait", "instar.locations=" + location)
                .withPropertyValues(properties);
    }

    /** Another process migrates between the second look and the third. */
    private static final class SomebodyMigrates extends AbstractDataSource {

        private final TestDatabase database;
        private final String location;
        private int looks;

        SomebodyMigrates(TestDatabase database, String location) {
            this.database = database;
            this.location = location;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (++looks == 3) {
                new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations(location))
                        .upgrade(Target.HEADS, Trigger.COMMAND);
            }
            return database.dataSource().getConnection();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
