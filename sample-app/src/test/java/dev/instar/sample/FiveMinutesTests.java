package dev.instar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The README's five minutes, one after the other on the same data, and the output that the README shows of them. */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(OrderAnnotation.class)
class FiveMinutesTests {

    @TempDir
    private static Path folder;

    private final JsonMapper json = new JsonMapper();

    /** The first start decides how the log looks, and it shall be one of these. */
    @BeforeAll
    static void forgetHowOthersLog() {
        LoggingSystem.get(FiveMinutesTests.class.getClassLoader()).cleanUp();
    }

    @Test
    @Order(1)
    void firstStartAppliesEverythingAndShowsIt(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext service = start("--spring.datasource.hikari.maximum-pool-size=1")) {
            Recording.assertEquals("first-start.txt", linesOf(output, "dev.instar"));

            JsonNode migrations = get(service, "/actuator/migrations");
            JsonNode database = migrations.path("databases").path("dataSource");
            assertThat(database.path("current").toString()).isEqualTo("[\"d94c2b10\"]");
            assertThat(database.path("pending").asInt()).isZero();
            assertThat(database.path("revisions").size()).isEqualTo(6);
            ArrayNode revisions = (ArrayNode) database.path("revisions");
            while (revisions.size() > 1) {
                revisions.remove(revisions.size() - 1);
            }
            Recording.assertEquals("migrations.json", CompactJson.print(migrations));

            JsonNode health = get(service, "/health/database");
            assertThat(health.path("status").asString()).isEqualTo("UP");
            Recording.assertEquals("health-database.json", CompactJson.print(health));

            showsItsMetersAndOpensNoConnectionForThem(service);
        }
    }

    private static void showsItsMetersAndOpensNoConnectionForThem(ConfigurableApplicationContext service) {
        RestClient client = RestClient.create(
                "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port"));
        String first = scrape(client);
        for (int scrape = 0; scrape < 100; scrape++) {
            client.get().uri("/actuator/prometheus").retrieve().toBodilessEntity();
        }

        assertThat(meters(first))
                .contains(
                        "instar_run_seconds_count",
                        "instar_revision_seconds_count",
                        "instar_lock_wait_seconds_count",
                        "instar_ddl_lock_wait_seconds_count",
                        "instar_ddl_lock_held_seconds_count",
                        "instar_revisions_applied",
                        "instar_revisions_pending",
                        "instar_revisions_failed",
                        "instar_revisions_unknown",
                        "instar_revisions_heads",
                        "instar_last_success_seconds");
        assertThat(Pattern.compile("(\\w+)=\"").matcher(instar(first)).results().map(tag -> tag.group(1)))
                .containsOnly("database", "direction", "outcome", "error");
        assertThat(connections(scrape(client))).isEqualTo(connections(first)).hasSize(2);
    }

    private static String scrape(RestClient client) {
        return client.get().uri("/actuator/prometheus").retrieve().body(String.class);
    }

    /** How many connections the pool has, and how many it has made in all its life. */
    private static List<String> connections(String scrape) {
        return scrape.lines()
                .filter(line -> line.matches("hikaricp_connections(_creation_seconds_count)?\\{.*"))
                .toList();
    }

    private static String instar(String scrape) {
        return scrape.lines().filter(line -> line.startsWith("instar_")).collect(Collectors.joining("\n"));
    }

    private static List<String> meters(String scrape) {
        return instar(scrape)
                .lines()
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .distinct()
                .toList();
    }

    @Test
    @Order(2)
    void secondStartAppliesNothingAndSaysSoInOneLine(CapturedOutput output) throws IOException {
        start().close();

        Recording.assertEquals("second-start.txt", linesOf(output, "dev.instar"));
        assertThat(linesOf(output, "dev.instar").lines()).hasSize(1);
    }

    @Test
    @Order(3)
    void verifyRefusesToStartAndNamesWhatIsPending(CapturedOutput output) throws IOException {
        String locations = folderWith("003_add_teams.sql", "CREATE TABLE teams (id bigint PRIMARY KEY);");

        assertThatThrownBy(() -> start("--instar.mode=verify", "--instar.locations=" + locations));

        Recording.assertEquals("verify.txt", analysis(output));
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    @Order(4)
    void failingRevisionStopsTheServiceAndLeavesNothingBehind(CapturedOutput output) throws IOException {
        String locations = folderWith("003_add_teams.sql", """
                CREATE TABLE teams (
                    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    name varchar(100) NOT NUL
                );
                """);

        assertThatThrownBy(() -> start("--instar.locations=" + locations));

        Recording.assertEquals("failure.txt", analysis(output));
        assertThat(output).doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--server.port=0");
        all.add("--sample.postgres.directory=" + folder.resolve("postgres"));
        all.add("--logging.config=classpath:logback-recording.xml");
        return SpringApplication.run(SampleApplication.class, all.toArray(String[]::new));
    }

    private JsonNode get(ConfigurableApplicationContext service, String path) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return json.readTree(RestClient.create("http://localhost:" + port)
                .get()
                .uri(path)
                .retrieve()
                .body(String.class));
    }

    /** The locations of the sample's own revisions and of a folder with one more. */
    private static String folderWith(String name, String sql) throws IOException {
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve(name), "-- @revision 003\n-- @revises d94c2b10\n\n" + sql);
        return "classpath:db/migration,file:" + more;
    }

    /** The lines of one logger, with the lines that belong to them. */
    private static String linesOf(CapturedOutput output, String logger) {
        List<String> lines = new ArrayList<>();
        boolean mine = false;
        for (String line : output.getOut().lines().toList()) {
            boolean begins = Stream.of("INFO ", "WARN ", "ERROR").anyMatch(line::startsWith);
            mine = begins ? line.contains(" " + logger + " : ") : mine && line.startsWith("  ");
            if (mine) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    /** The failure analysis, without the frame around it. */
    private static String analysis(CapturedOutput output) {
        String text = output.getOut();
        return text.substring(text.indexOf("Description:"))
                .replace(folder.resolve("more").toString(), "/srv/migrations")
                .lines()
                .collect(Collectors.joining("\n"));
    }
}
