package dev.instar.boot.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.Service;
import dev.instar.boot.Service.Response;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Health on the application's own port, asked for by an anonymous visitor; see also {@link WebMatrixTests}. */
class HealthPathsTests {

    private static final String APART = "management.server.port=0";
    private static final Response UP_TO_DATE = new Response(200, """
            {"components":{"migrations":{"details":{"state":"UP_TO_DATE","current":["002"],"expected":["002"],\
            "pending":0,"unknown":[],"edited":[]},"status":"UP"}},"status":"UP"}""");

    @TempDir
    static Path folder;

    private static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void answerInAnMvcService() {
        try (Service service = start(Plain.class, Service.NO_SECURITY)) {
            assertThat(service.get("/health/database")).isEqualTo(UP_TO_DATE);
            assertThat(service.get("/actuator/health/database")).isEqualTo(UP_TO_DATE);
            assertThat(service.get("/health").status()).isEqualTo(200);
            assertThat(service.get("/health").body())
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("components");
            assertThat(service.get("/health/detailed").body())
                    .contains("\"db\":{\"status\":\"UP\"}", "\"migrations\":{\"status\":\"UP\"}")
                    .doesNotContain("details", "PostgreSQL");
            assertThat(service.get("/health/liveness").status()).isEqualTo(404);
            assertThat(service.post("/actuator/migrations", "{}").status()).isEqualTo(405);
            assertThat(service.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void answerInAWebFluxService() {
        try (Service service = start(Plain.class, Service.NO_SECURITY, Service.REACTIVE)) {
            assertThat(service.get("/health/database")).isEqualTo(UP_TO_DATE);
            assertThat(service.get("/actuator/health/database")).isEqualTo(UP_TO_DATE);
            assertThat(service.get("/health").body())
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("components");
            assertThat(service.get("/health/detailed").body()).contains("\"migrations\":{\"status\":\"UP\"}");
            assertThat(service.get("/health/other").status()).isEqualTo(404);
        }
    }

    @Test
    void answerOnTheApplicationsPortWhenManagementHasItsOwn() {
        try (Service service = start(Plain.class, APART, "management.endpoint.health.probes.enabled=false")) {
            assertThat(service.get("/health/database")).isEqualTo(UP_TO_DATE);
            assertThat(service.getFromManagementPort("/actuator/health/database"))
                    .isEqualTo(UP_TO_DATE);
            assertThat(service.get("/actuator/health/database").status()).isEqualTo(401);
            assertThat(service.getFromManagementPort("/health/database").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void leaveTheApplicationItsOwnPathsAndGroups() {
        try (Service service = start(
                WithAController.class,
                Service.NO_SECURITY,
                "management.endpoint.health.group.database.include=ping",
                "management.endpoint.health.group.schema.include=migrations",
                "management.endpoint.health.validate-group-membership=true",
                "server.servlet.context-path=/shop")) {
            assertThat(service.get("/shop/health")).isEqualTo(new Response(200, "fine, thanks"));
            assertThat(service.get("/shop/health/database")).isEqualTo(new Response(200, "{\"status\":\"UP\"}"));
        }
    }

    @Test
    void leaveTheApplicationItsOwnRoutesInAnMvcService() {
        try (Service service = start(WithRoutes.class, Service.NO_SECURITY)) {
            assertLeavesRoutes(service);
        }
    }

    @Test
    void leaveTheApplicationItsOwnRoutesInAWebFluxService() {
        try (Service service = start(ReactiveRoutes.class, Service.NO_SECURITY, Service.REACTIVE)) {
            assertLeavesRoutes(service);
        }
    }

    private static void assertLeavesRoutes(Service service) {
        assertThat(service.get("/health")).isEqualTo(new Response(200, "fine, thanks"));
        assertThat(service.get("/health/database")).isEqualTo(UP_TO_DATE);
        assertThat(service.post("/health", "{}")).isEqualTo(new Response(200, "written down"));
        assertThat(service.get("/anything")).isEqualTo(new Response(200, "all the rest"));
    }

    @Test
    void canBeSwitchedOffAndTheDetailsHidden() {
        try (Service service = start(
                Plain.class, Service.NO_SECURITY, "instar.health.path=none", "instar.health.show-details=false")) {
            assertThat(service.get("/health/database").status()).isEqualTo(404);
            assertThat(service.get("/health").status()).isEqualTo(404);
            assertThat(service.get("/actuator/health/database")).isEqualTo(new Response(200, "{\"status\":\"UP\"}"));
        }
    }

    @Test
    void canBeElsewhere() {
        try (Service service = start(Plain.class, Service.NO_SECURITY, "instar.health.path=/status/")) {
            assertThat(service.get("/status/database")).isEqualTo(UP_TO_DATE);
            assertThat(service.get("/status").status()).isEqualTo(200);
            assertThat(service.get("/health").status()).isEqualTo(404);
        }
    }

    private Service start(Class<?> configuration, String... properties) {
        return Service.start(configuration, DATABASE, RevisionFolder.withTwoRevisions(folder), properties);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithAController {

        @Bean
        OwnHealth ownHealth() {
            return new OwnHealth();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithRoutes {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route()
                    .GET("/health", request -> ServerResponse.ok().body("fine, thanks"))
                    .POST("/health", request -> ServerResponse.ok().body("written down"))
                    .GET("/**", request -> ServerResponse.ok().body("all the rest"))
                    .build();
        }
    }

    @RestController
    static class OwnHealth {

        @GetMapping("/health")
        String health() {
            return "fine, thanks";
        }
    }
}
