package dev.instar.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.Service;
import dev.instar.boot.Service.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to the endpoint is answered in a sentence, and changes nothing. */
class MalformedRequestsTests {

    private static final String PATH = "/actuator/migrations";
    private static final int ONE_SENTENCE = 300;
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "7",
            "\"upgrade\"",
            "[]",
            "[".repeat(100_000),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
            "<upgrade/>",
            "operation=upgrade&target=heads",
            "{\"operation\":null,\"target\":null}",
            "{\"operation\":\"upgrade\",\"target\":[\"heads\"]}",
            "{\"operation\":\"upgrade\",\"target\":{\"to\":\"heads\"}}",
            "{\"operation\":\"upgrade\",\"target\":\"heads\"} {\"dryRun\":true}",
            "{\"operation\":\"upgrade\",\"target\":\"heads\",\"caller\":\"root\"}",
            "{\"operation\":\"upgrade\",\"target\":\"heads\",\"dryRun\":1}",
            "{\"operation\":\"upgrade\",\"target\":\"heads\",\"dryRun\":\"\"}",
            "{\"operation\":\"upgrade\",\"target\":\"heads\",\"database\":\"\"}",
            "{\"operation\":\"upgrade\",\"target\":\"heads\",\"database\":\"../../etc/passwd\"}",
            "{\"operation\":\"upgrade\",\"target\":\"\"}",
            "{\"operation\":\"upgrade\",\"target\":1e400}",
            "{\"operation\":\"upgrade\",\"target\":\"+2147483648\"}",
            "{\"operation\":\"downgrade\",\"target\":\"-99999999999999999999\"}",
            "{\"operation\":\"upgrade\",\"target\":\"\\u0000\"}",
            "{\"operation\":\"upgrade\",\"target\":\"\\ud83d\"}",
            "{\"operation\":\"upgrade\",\"target\":\"\u202Eé\"}",
            "{\"operation\":\"upgrade\",\"target\":\"'; DROP TABLE customer; --\"}",
            "{\"operation\":\"upgrade\",\"target\":\"001:002\"}",
            "{\"operation\":\"stamp\",\"target\":\"001, 002\"}",
            "{\"operation\":\"" + "x".repeat(200_000) + "\"}",
            "{\"operation\":\"upgrade\",\"target\":\"" + "x".repeat(200_000) + "\"}",
            "{\"" + "x".repeat(40_000) + "\":1}");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void areAnsweredInAnMvcServiceWithAPortForManagement() {
        try (Service service = start("management.server.port=0")) {
            BODIES.forEach(body -> assertRefused(body, service.postToManagementPort(PATH, body)));
            assertThat(service.postToManagementPort(PATH + "/001", "{}").status())
                    .isEqualTo(405);
            assertThat(service.getFromManagementPort(PATH + "/%2e%2e%2fheapdump")
                            .body())
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void areAnsweredInAWebFluxService() {
        try (Service service = start(Service.REACTIVE)) {
            BODIES.forEach(body -> assertRefused(body, service.post(PATH, body)));
            assertThat(service.post(PATH + "?dryRun=true&x=1", "{}").status()).isEqualTo(400);
            assertThat(service.get(PATH + "/%2e%2e%2fheapdump").status()).isEqualTo(404);
        }
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(database.client()
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void assertRefused(String body, Response response) {
        String sent = body.substring(0, Math.min(body.length(), 80));
        assertThat(response.status()).as(sent).isEqualTo(400);
        JsonNode refusal = JsonMapper.shared().readTree(response.body());
        assertThat(refusal.propertyNames()).as(sent).containsExactlyInAnyOrder("problem", "action");
        assertThat(refusal.path("problem").asString()).as(sent).endsWith(".").hasSizeLessThan(ONE_SENTENCE);
    }

    private Service start(String property) {
        return Service.start(
                Plain.class,
                database,
                RevisionFolder.withTwoRevisions(folder),
                Service.NO_SECURITY,
                "instar.mode=off",
                "management.endpoint.migrations.access=unrestricted",
                property);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {}
}
