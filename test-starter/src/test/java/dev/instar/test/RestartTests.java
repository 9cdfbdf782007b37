package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A restart by devtools, in a process of its own: within a test, devtools keep quiet. */
class RestartTests {

    @RegisterExtension
    private final EmptyDatabase database = new EmptyDatabase();

    @Test
    void findsItsRevisionsInTheNewClassLoaderHasNothingToDoAndLeavesNoConnection() throws Exception {
        Process service = start(database.address());
        try (BufferedReader console =
                new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said = untilReadyAgain(console);

            assertThat(said)
                    .filteredOn(line -> line.startsWith("READY"))
                    .containsExactly("READY RestartClassLoader UP_TO_DATE", "READY RestartClassLoader UP_TO_DATE");
            assertThat(said).filteredOn(line -> line.contains("Applied 00")).hasSize(3);
            assertThat(said).filteredOn(line -> line.contains("Nothing to do")).hasSize(1);
            Awaitility.await().until(() -> sessions(database.address()), sessions -> sessions.size() <= 1);
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    /** Devtools start an application twice from the beginning. */
    @Test
    void leavesTheResultsOfACommandOnTheStandardOutput() throws Exception {
        Process command = start(database.address(), "instar", "heads", "--json");
        try (BufferedReader results = command.inputReader()) {
            assertThat(results.lines()).singleElement().asString().startsWith("[{\"id\":\"003\"");
            assertThat(command.waitFor()).isZero();
        } finally {
            command.destroyForcibly().waitFor();
        }
    }

    private static List<String> untilReadyAgain(BufferedReader console) throws IOException {
        List<String> said = new ArrayList<>();
        int ready = 0;
        for (String line = console.readLine(); line != null; line = console.readLine()) {
            said.add(line);
            if (line.startsWith("READY") && ++ready == 2) {
                break;
            }
        }
        return said;
    }

    /** Those of other databases know of them too. */
    private static List<String> sessions(ClonedDatabase database) {
        return JdbcClient.create(
                        TestServers.get("embedded").database("postgres").dataSource())
                .sql("SELECT application_name FROM pg_stat_activity WHERE datname = ?")
                .param(database.name())
                .query(String.class)
                .list();
    }

    private static Process start(ClonedDatabase database, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RestartedService.class.getName(),
                "--logging.level.dev.instar=info",
                "--spring.docker.compose.enabled=false",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.hikari.maximum-pool-size=1"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(words.length == 0)
                .start();
    }
}
