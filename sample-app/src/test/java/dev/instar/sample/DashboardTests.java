package dev.instar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alert rules of the documentation speak of nothing that a scrape does not bring. */
@SampleTest
class DashboardTests {

    private static final Path DASHBOARD = Path.of("../docs/grafana/instar-dashboard.json");
    private static final Path RULES = Path.of("../docs/prometheus/instar-alerts.yml");
    private static final Pattern METRIC = Pattern.compile("\\b(instar|process_start)_[a-z_]+");

    @Autowired
    private RestTestClient client;

    @Autowired
    private Instar instar;

    /** Prometheus asks for the second format first. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/openmetrics-text; version=1.0.0"})
    void everyMetricIsInAScrape(String format) throws IOException {
        // A run that nobody could observe, as the first one, has no active timer.
        instar.downgrade(Target.parse("e26f8a4c"), Trigger.COMMAND);
        instar.upgrade(Target.HEADS, Trigger.COMMAND);

        Set<String> scraped = metrics(scrape(format));

        assertThat(scraped).containsAll(metrics(Files.readString(DASHBOARD)));
        assertThat(scraped).containsAll(metrics(Files.readString(RULES)));
    }

    @Test
    void everyPanelSaysWhatItShowsAndAsksSomething() throws IOException {
        JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));

        assertThat(dashboard.path("title").asString()).isEqualTo("Instar");
        assertThat(dashboard.path("panels").values()).hasSize(11).allSatisfy(panel -> {
            assertThat(panel.path("description").asString()).endsWith(".");
            assertThat(panel.path("targets").values())
                    .isNotEmpty()
                    .allSatisfy(
                            target -> assertThat(target.path("expr").asString()).contains("instar_", "$database"));
        });
    }

    /** A series that begins above zero, as those of a start do, has not increased. */
    @Test
    void whatIsCountedIsCountedFromTheFirstScrape() throws IOException {
        assertThat(new JsonMapper()
                        .readTree(Files.readString(DASHBOARD))
                        .path("panels")
                        .values())
                .flatExtracting(panel -> panel.path("targets").values())
                .extracting(target -> target.path("expr").asString())
                .filteredOn(expression -> expression.contains("increase("))
                .isNotEmpty()
                .allMatch(expression -> expression.contains(" unless ") && expression.contains(" offset "));
    }

    private String scrape(String format) {
        return client.get()
                .uri("/actuator/prometheus")
                .header("Accept", format)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static Set<String> metrics(String text) {
        return new TreeSet<>(
                METRIC.matcher(text).results().map(MatchResult::group).toList());
    }
}
