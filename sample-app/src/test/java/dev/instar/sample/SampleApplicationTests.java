package dev.instar.sample;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@SampleTest
class SampleApplicationTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsClients() {
        get("/api/clients")
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].name")
                .isEqualTo("WEX");
    }

    @Test
    void showsTheWorkflowFromBacklogToDone() {
        get("/api/flow-steps")
                .jsonPath("$.length()")
                .isEqualTo(12)
                .jsonPath("$[0].name")
                .isEqualTo("Backlog")
                .jsonPath("$[0].statusMappings")
                .isEqualTo(8)
                .jsonPath("$[11].name")
                .isEqualTo("Done");
    }

    @Test
    void showsTheStatusesOfAStep() {
        get("/api/status-mappings").jsonPath("$.length()").isEqualTo(72);
        get("/api/status-mappings?flowStep=code review")
                .jsonPath("$.length()")
                .isEqualTo(5)
                .jsonPath("$[0].status")
                .isEqualTo("Code Review");
        get("/api/status-mappings?client=Nobody").jsonPath("$.length()").isEqualTo(0);
    }

    @Test
    void showsIssueTypesByLevel() {
        get("/api/issue-types")
                .jsonPath("$[*].level")
                .isEqualTo(List.of(4, 3, 2, 1, 0, -1))
                .jsonPath("$[0].types[0].name")
                .isEqualTo("Capital Investment")
                .jsonPath("$[5].types[0].mappedFrom.length()")
                .isEqualTo(4);
    }

    @Test
    void showsAchievementsNewestFirst() {
        get("/api/achievements")
                .jsonPath("$.length()")
                .isEqualTo(3)
                .jsonPath("$[0].title")
                .isEqualTo("Build time halved")
                .jsonPath("$[2].linesAdded")
                .isEqualTo(75)
                .jsonPath("$[2].completedAt")
                .isEqualTo("2026-05-06T15:30:00Z");
        get("/api/achievements?category=reliability").jsonPath("$[0].prNumber").isEqualTo(97);
    }

    @Test
    void showsTablesWithTheirRows() {
        get("/api/tables")
                .jsonPath("$[?(@.name == 'flow_steps')].rows")
                .isEqualTo(12)
                .jsonPath("$[?(@.name == 'issues')].rows")
                .isEqualTo(0);
    }

    @Test
    void saysSoWhenTheSchemaIsBehind() {
        jdbc.sql("ALTER TABLE clients RENAME TO customers").update();
        try {
            client.get()
                    .uri("/api/clients")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("The schema lacks what this call reads; /actuator/migrations shows which revisions are"
                            + " applied.");
        } finally {
            jdbc.sql("ALTER TABLE customers RENAME TO clients").update();
        }
    }

    @Test
    void isHealthy() {
        get("/actuator/health").jsonPath("$.components.db.status").isEqualTo("UP");
    }

    @Test
    void showsTheRevisionsToEveryoneAndTheDiskToNobody() {
        get("/health/database")
                .jsonPath("$.components.migrations.details.state")
                .isEqualTo("UP_TO_DATE");
        for (String path : List.of("/actuator/health", "/health", "/health/detailed")) {
            get(path).jsonPath("$..path").doesNotExist();
        }
    }

    private BodyContentSpec get(String uri) {
        return client.get().uri(uri).exchange().expectStatus().isOk().expectBody();
    }
}
