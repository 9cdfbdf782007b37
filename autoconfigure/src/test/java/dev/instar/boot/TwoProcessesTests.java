package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.fault.Proxy;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one service says while others do something to its database, and at last to its network. */
@TestMethodOrder(OrderAnnotation.class)
class TwoProcessesTests {

    private static final long GATE = 4712;

    private static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path folder;

    @TempDir
    static Path newerFolder;

    private static Proxy network;
    private static Service service;

    @BeforeAll
    static void start() {
        network = new Proxy(TestDatabase.port());
        service = Service.start(
                Plain.class,
                DATABASE,
                RevisionFolder.withTwoRevisions(folder),
                Service.NO_SECURITY,
                "spring.datasource.url=jdbc:postgresql://localhost:%d/%s?loginTimeout=1"
                        .formatted(network.port(), DATABASE.name()),
                "spring.datasource.hikari.connection-timeout=250",
                "instar.snapshot.timeout=500ms");
    }

    @AfterAll
    static void stop() {
        service.close();
        network.close();
    }

    @Test
    @Order(1)
    void tellsTheTruthAboutWhatAnotherProcessDoes() throws Exception {
        awaitState("UP_TO_DATE", 200);

        RevisionFolder.withTwoRevisions(newerFolder)
                .write("003_gate.sql", "SELECT pg_advisory_lock(%1$d), pg_advisory_unlock(%1$d);".formatted(GATE));
        Process newer;
        try (Connection gatekeeper = DATABASE.dataSource().getConnection()) {
            closeGate(gatekeeper);
            newer = startNewer();
            awaitState("RUNNING", 200);
            assertThat(shown().path("running").path("by").asString()).isEqualTo("newer");
            assertThat(shown().path("running").path("revision").asString()).isEqualTo("003");

            newer.destroyForcibly().waitFor();
            awaitState("UP_TO_DATE", 200);
            assertThat(shown().path("lastRun").path("state").asString()).isEqualTo("LOST");
        }

        engine(newerFolder).upgrade(Target.HEADS, Trigger.COMMAND);
        awaitState("AHEAD", 200);
        assertThat(shown().path("unknown").path(0).asString()).isEqualTo("003");
        assertThat(health().path("unknown").path(0).asString()).isEqualTo("003");

        engine(newerFolder).stamp(List.of(Target.parse("002")), false, Trigger.COMMAND);
        engine(folder).downgrade(Target.parse("001"), Trigger.COMMAND);
        awaitState("PENDING", 503);
        assertThat(shown().path("pending").asInt()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void answersWhileTheServerGivesNoAnswerAndRecovers() {
        engine(folder).upgrade(Target.HEADS, Trigger.COMMAND);
        awaitState("UP_TO_DATE", 200);

        network.fallSilent();
        awaitState("UNREACHABLE", 503);
        assertThat(shown().path("lastRun").path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(service.get("/health/database").body()).doesNotContain("localhost", "postgres", DATABASE.name());

        network.recover();
        awaitState("UP_TO_DATE", 200);

        network.close();
        network.cut();
        awaitState("UNREACHABLE", 503);
    }

    /** Both at the endpoint and in health, whatever a single answer that came late may have said before. */
    private void awaitState(String state, int healthStatus) {
        Awaitility.await().untilAsserted(() -> {
            assertThat(shown().path("state").asString()).isEqualTo(state);
            assertThat(service.get("/health/database").status()).isEqualTo(healthStatus);
            assertThat(health().path("state").asString()).isEqualTo(state);
        });
    }

    private JsonNode shown() {
        return json("/actuator/migrations").path("databases").path("dataSource");
    }

    private JsonNode health() {
        return json("/health/database").path("components").path("migrations").path("details");
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(service.get(path).body());
    }

    private Instar engine(Path revisions) {
        return new Instar(DATABASE.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + revisions));
    }

    private static void closeGate(Connection gatekeeper) throws SQLException {
        try (Statement statement = gatekeeper.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(%d)".formatted(GATE));
        }
    }

    private Process startNewer() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MinimalService.class.getName(),
                        "--instar.mode=migrate-only",
                        "--spring.application.name=newer",
                        "--spring.datasource.url=" + DATABASE.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--instar.locations=file:" + newerFolder)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {}
}
