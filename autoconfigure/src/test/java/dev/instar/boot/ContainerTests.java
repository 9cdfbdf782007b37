package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.autoconfigure.InstarConnectionDetails;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    void aServiceConnectionComesBeforeAUrl() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, InstarAutoConfiguration.class))
                .withUserConfiguration(InAContainer.class)
                .withPropertyValues(
                        "instar.url=jdbc:postgresql://localhost:1/none",
                        "instar.history-table=other_history",
                        "instar.journal-table=other_journal",
                        "instar.target=base",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location())
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBean(InstarConnectionDetails.class)
                        .extracting(InstarConnectionDetails::getJdbcUrl)
                        .isEqualTo(POSTGRES.getJdbcUrl()));
    }

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

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(ServiceConnectionAutoConfiguration.class)
    static class InAContainer {

        @Bean
        @ServiceConnection
        PostgreSQLContainer postgres() {
            return POSTGRES;
        }
    }
}
