package dev.instar.boot.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class HealthPathsTests {

    private static final String SECURITY = "org.springframework.boot.security.autoconfigure";
    private static final String NO_SECURITY = "spring.autoconfigure.exclude="
            + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
            + SECURITY + ".SecurityAutoConfiguration,"
            + SECURITY + ".UserDetailsServiceAutoConfiguration,"
            + SECURITY + ".ReactiveUserDetailsServiceAutoConfiguration,"
            + SECURITY + ".web.servlet.ServletWebSecurityAutoConfiguration,"
            + SECURITY + ".actuate.web.servlet.ManagementWebSecurityAutoConfiguration,"
            + SECURITY + ".web.reactive.ReactiveWebSecurityAutoConfiguration,"
            + SECURITY + ".actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration";
    private static final String WHOLE = """
            {"components":{"migrations":{"details":{"state":"UP_TO_DATE","current":["002"],"expected":["002"],\
            "pending":0,"unknown":[]},"status":"UP"}},"status":"UP"}""";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void answerInAnMvcService() {
        try (Service service = start(Plain.class, NO_SECURITY)) {
            assertThat(service.get("/health/database")).isEqualTo(new Service.Response(200, WHOLE));
        }
    }

    private Service start(Class<?> configuration, String... properties) {
        return Service.start(configuration, database, RevisionFolder.withTwoRevisions(folder), properties);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {}
}
