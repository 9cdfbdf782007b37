package dev.instar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.State;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import dev.instar.test.ClonedDatabase;
import dev.instar.test.MigratedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script of the guide with the sample as the service. */
@MigratedDatabase
@DisabledOnOs(OS.WINDOWS)
class BlueGreenTests {

    private static final Path SCRIPT =
            Path.of("../docs/blue-green/deploy.sh").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void staysWithTheOldSideWhenTheDatabaseIsNotThere(ClonedDatabase database) throws Exception {
        int code = deploy(database, Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/none"));

        assertThat(code).isEqualTo(1);
        assertThat(log()).contains("ABORTED: 'Version before' ended with exit code 1. The old side stays in service");
        assertThat(folder.resolve("switched")).doesNotExist();
    }

    @Test
    void startsTheNewSideBeforeItAsksForItsHealthAndKnowsOnWhichSideUsersAre(ClonedDatabase database) throws Exception {
        assertThat(deploy(database, Map.of("SERVICE", "true", "HEALTHY", "false")))
                .isEqualTo(1);
        assertThat(log()).endsWith("The old side stays in service; %s says why.\n".formatted(folder.resolve("log")));
        assertThat(folder.resolve("switched")).doesNotExist();

        assertThat(deploy(
                        database,
                        Map.of(
                                "SERVICE",
                                "true",
                                "HEALTHY",
                                "test -e " + folder.resolve("started"),
                                "STOP_OLD",
                                "false")))
                .isEqualTo(1);
        assertThat(log())
                .endsWith(
                        "ABORTED: 'Stop of the old side' ended with exit code 1. Users are on the new side; %s says why.\n"
                                .formatted(folder.resolve("log")));
        assertThat(folder.resolve("switched")).exists();
    }

    @Test
    @EnabledIfSystemProperty(
            named = "instar.endurance",
            matches = "true",
            disabledReason = "starts the service six times; part of the profile 'endurance'")
    void switchesOnceTheNewSideHasMigratedAndStaysWithTheOldSideWhenThatFails(ClonedDatabase database)
            throws Exception {
        Instar instar = new Instar(database.dataSource(), InstarSettings.DEFAULT);
        instar.downgrade(Target.parse("e26f8a4c"), Trigger.COMMAND);

        assertThat(deploy(database, Map.of("INSTAR_VERIFY_REQUIREDTABLES", "clients,orders")))
                .isEqualTo(1);
        assertThat(log())
                .contains("Applied d94c2b10", "The database lacks what is required: 'orders'")
                .contains("ABORTED: 'Migration and required tables' ended with exit code 1. The old side stays");
        assertThat(folder.resolve("switched")).doesNotExist();

        assertThat(deploy(database, Map.of("INSTAR_VERIFY_REQUIREDTABLES", "clients")))
                .as(log())
                .isZero();
        assertThat(log())
                .contains("Nothing to do: the database is at 'd94c2b10'")
                .endsWith("Done.\n");
        assertThat(folder.resolve("switched")).exists();
        assertThat(folder.resolve("stopped")).exists();
        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    private int deploy(ClonedDatabase database, Map<String, String> more) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("sh", SCRIPT.toString()).redirectErrorStream(true);
        script.environment()
                .putAll(Map.of(
                        "SERVICE",
                        "%s -XX:TieredStopAtLevel=1 %s"
                                .formatted(
                                        ProcessHandle.current().info().command().orElseThrow(),
                                        SampleApplication.class.getName()),
                        "CLASSPATH",
                        System.getProperty("java.class.path"),
                        "START_NEW",
                        "touch " + folder.resolve("started"),
                        "HEALTHY",
                        "test -e " + folder.resolve("started"),
                        "SWITCH",
                        "touch " + folder.resolve("switched"),
                        "STOP_OLD",
                        "touch " + folder.resolve("stopped"),
                        "LOG",
                        folder.resolve("log").toString(),
                        "SPRING_DATASOURCE_URL",
                        database.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        database.username()));
        script.environment().putAll(more);
        Process process = script.start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
    }
}
