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
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health on the application's own port, asked for by an anonymous visitor. */
class HealthPathsTests {

    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";
    private static final String NO_SECURITY = "spring.autoconfigure.exclude="
            + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
            + SECURITY + "SecurityAutoConfiguration,"
            + SECURITY + "UserDetailsServiceAutoConfiguration,"
            + SECURITY + "ReactiveUserDetailsServiceAutoConfiguration,"
            + SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration,"
            + SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration,"
            + SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration,"
            + SECURITY + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration";
    private static final String REACTIVE = "spring.main.web-application-type=reactive";
    /** With Tomcat and Netty on the class path, as here, Boot cannot choose the one for management. */
    private static final String ONE_REACTIVE_SERVER =
            "spring.autoconfigure.exclude=org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                    + "org.springframework.boot.reactor.netty.autoconfigure.actuate.web.server"
                    + ".NettyReactiveManagementContextAutoConfiguration";

    private static final String APART = "management.server.port=0";
    private static final Response UP_TO_DATE = new Response(200, """
            {"components":{"migrations":{"details":{"state":"UP_TO_DATE","current":["002"],"expected":["002"],\
            "pending":0,"unknown":[]},"status":"UP"}},"status":"UP"}""");

    @TempDir
    static Path folder;

    private static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void answerInAnMvcService() {
        try (Service service = start(Plain.class, NO_SECURITY)) {
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
            assertThat(service.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void answerInAWebFluxService() {
        try (Service service = start(Plain.class, NO_SECURITY, REACTIVE)) {
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
    void answerInAWebFluxServiceWithSecurityWhenManagementHasItsOwnPort() {
        try (Service service = start(Plain.class, APART, REACTIVE, ONE_REACTIVE_SERVER)) {
            assertThat(service.get("/health/database")).isEqualTo(UP_TO_DATE);
            assertThat(service.getFromManagementPort("/actuator/health/database"))
                    .isEqualTo(UP_TO_DATE);
            assertThat(service.get("/other").status()).isEqualTo(401);
        }
    }

    @Test
    void passSpringSecuritysDefaults() {
        try (Service service = start(Plain.class)) {
            assertThat(service.get("/health/database")).isEqualTo(UP_TO_DATE);
            assertThat(service.get("/health").status()).isEqualTo(200);
            assertThat(service.get("/health/detailed").status()).isEqualTo(200);
            assertThat(service.get("/other").status()).isEqualTo(401);
            assertThat(service.get("/actuator/migrations").status()).isEqualTo(401);
        }
    }

    @Test
    void stayBehindALockedDownChain() {
        try (Service service = start(LockedDown.class)) {
            assertThat(service.get("/health/database").status()).isIn(401, 403);
        }
    }

    @Test
    void leaveTheApplicationItsOwnPathsAndGroups() {
        try (Service service = start(
                WithAController.class,
                NO_SECURITY,
                "management.endpoint.health.group.database.include=ping",
                "server.servlet.context-path=/shop")) {
            assertThat(service.get("/shop/health")).isEqualTo(new Response(200, "fine, thanks"));
            assertThat(service.get("/shop/health/database")).isEqualTo(new Response(200, "{\"status\":\"UP\"}"));
        }
    }

    @Test
    void canBeSwitchedOffAndTheDetailsHidden() {
        try (Service service =
                start(Plain.class, NO_SECURITY, "instar.health.path=none", "instar.health.show-details=false")) {
            assertThat(service.get("/health/database").status()).isEqualTo(404);
            assertThat(service.get("/health").status()).isEqualTo(404);
            assertThat(service.get("/actuator/health/database")).isEqualTo(new Response(200, "{\"status\":\"UP\"}"));
        }
    }

    @Test
    void canBeElsewhere() {
        try (Service service = start(Plain.class, NO_SECURITY, "instar.health.path=/status/")) {
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
    static class LockedDown {

        @Bean
        SecurityFilterChain nobodyIsAllowedAnything(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithAController {

        @Bean
        OwnHealth ownHealth() {
            return new OwnHealth();
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
