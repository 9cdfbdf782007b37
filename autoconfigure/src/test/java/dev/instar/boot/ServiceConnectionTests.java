package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Boot's own way from a container to connections; the server that the container stands for is that of all tests. */
class ServiceConnectionTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void theDatabaseInTheContainerIsMigratedWhateverThePropertiesSay() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ServiceConnectionAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        InstarAutoConfiguration.class))
                .withBean(TestDatabase.class, () -> database)
                .withUserConfiguration(WithContainer.class)
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://localhost:1/application",
                        "instar.url=jdbc:postgresql://localhost:1/production",
                        "instar.user=owner",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location())
                .run(context -> assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                .sql("SELECT name FROM customer")
                                .query(String.class)
                                .list())
                        .containsExactly("Ada"));
    }

    @Configuration(proxyBeanMethods = false)
    static class WithContainer {

        @Bean
        @ServiceConnection
        PostgreSQLContainer postgres(TestDatabase database) {
            return new PostgreSQLContainer("postgres:18") {

                @Override
                public void start() {
                    // The server runs already.
                }

                @Override
                public void stop() {
                    // Others need it.
                }

                @Override
                public String getJdbcUrl() {
                    return database.url();
                }

                @Override
                public String getUsername() {
                    return "postgres";
                }
            };
        }
    }
}
