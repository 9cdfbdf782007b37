package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A service against a PostgreSQL of another version, in a container. Only on demand: an engine that is there but cannot
 * pull images holds up a build for minutes before Testcontainers gives up. {@link DockerTests} says when it is skipped.
 */
@Tag("docker")
@EnabledIfSystemProperty(named = "instar.test.docker.required", matches = "true")
@Testcontainers(disabledWithoutDocker = true)
class ContainerTests {

    @Container
    static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:15");

    @TempDir
    Path folder;

    @Test
    void migratesTheDatabaseInTheContainer() {
        String[] arguments = {
            "--spring.main.banner-mode=off",
            "--spring.datasource.url=" + POSTGRES.getJdbcUrl(),
            "--spring.datasource.username=" + POSTGRES.getUsername(),
            "--spring.datasource.password=" + POSTGRES.getPassword(),
            "--instar.locations=" + RevisionFolder.withTwoRevisions(folder).location()
        };
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(MinimalService.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            assertThat(service.getBean(JdbcClient.class)
                            .sql("SELECT name FROM customer")
                            .query(String.class)
                            .list())
                    .containsExactly("Ada");
        }
    }
}
