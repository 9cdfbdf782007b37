package dev.instar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alert rules and the questions of the dashboard mean to Prometheus what the documentation says of them. */
class PromtoolTests {

    private static final Path RULES = Path.of("../docs/prometheus");
    private static final Path DASHBOARD = Path.of("../docs/grafana/instar-dashboard.json");
    private static final Path TESTS = Path.of("src/test/resources/dashboard.test.yml");

    @TempDir
    Path folder;

    @BeforeEach
    void promtoolIsInstalled() {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool"))),
                "promtool is not installed here; it comes with Prometheus.");
    }

    @Test
    void theAlertRulesAreRules() throws Exception {
        promtool("check", "rules", RULES.resolve("instar-alerts.yml").toString());
    }

    @Test
    void alertsComeWhenTheyShould() throws Exception {
        promtool("test", "rules", RULES.resolve("instar-alerts.test.yml").toString());
    }

    @Test
    void everyQuestionOfTheDashboardIsOne() throws Exception {
        String rules = questions().values().stream()
                .map("      - record: question\n        expr: '%s'\n"::formatted)
                .collect(Collectors.joining("", "groups:\n  - name: dashboard\n    rules:\n", ""));

        promtool("check", "rules", write("dashboard.yml", rules));
    }

    @Test
    void panelsShowWhatTheyClaim() throws Exception {
        String tests = Files.readString(TESTS);
        for (Map.Entry<String, String> question : questions().entrySet()) {
            tests = tests.replace("<" + question.getKey() + ">", question.getValue());
        }

        promtool("test", "rules", write("dashboard.test.yml", tests));
    }

    /** What each panel asks, or asks first, by its title. */
    private static Map<String, String> questions() throws IOException {
        JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
        Map<String, String> questions = new LinkedHashMap<>();
        for (JsonNode annotation : dashboard.path("annotations").path("list")) {
            questions.put(annotation.path("name").asString() + " of the annotations", question(annotation));
        }
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String title = panel.path("title").asString();
                questions.put(questions.containsKey(title) ? title + ", beside it" : title, question(target));
            }
        }
        return questions;
    }

    private static String question(JsonNode asking) {
        return asking.path("expr")
                .asString()
                .replace("$__rate_interval", "1m")
                .replace("$database", ".*")
                .replace("$instance", ".*");
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        Process promtool = new ProcessBuilder(Stream.concat(Stream.of("promtool"), List.of(arguments).stream())
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }
}
