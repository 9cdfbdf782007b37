package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcInitializationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.data.r2dbc.core.R2dbcEntityOperations;
import org.springframework.r2dbc.core.DatabaseClient;

/** A service that has no JDBC but that of its migrations. */
class R2dbcServiceTests {

    @RegisterExtension
    private final EmptyDatabase database = new EmptyDatabase();

    @Test
    void itsClientsFindTheirTablesAndThereIsNoDataSource() {
        start(
                "instar.url=" + database.address().jdbcUrl(),
                "instar.user=" + database.address().username());
    }

    @Test
    void itNeedNotSayTwiceWhereItsDatabaseIs() {
        start();
    }

    @Test
    void scriptsThatItRunsFindTheirTables(@TempDir Path folder) throws IOException {
        Path script =
                Files.writeString(folder.resolve("data.txt"), "UPDATE customer SET name = 'ADA' WHERE name = 'ADA'");

        start("spring.sql.init.mode=always", "spring.sql.init.data-locations=file:" + script);
    }

    /** What is decided then holds for every start, and each may have a URL of its own. */
    @Test
    void itIsMigratedAlsoWhereItsUrlIsSaidAfterItWasBuiltAheadOfTime() {
        ApplicationContextRunner service = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(R2dbcAutoConfiguration.class, InstarAutoConfiguration.class))
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withPropertyValues("instar.mode=off");

        service.run(context -> assertThat(context).doesNotHaveBean(Instar.class));
        service.withSystemProperties(AbstractAotProcessor.AOT_PROCESSING + "=true")
                .run(context -> assertThat(context).hasSingleBean(Instar.class));
    }

    private void start(String... properties) {
        ClonedDatabase address = database.address();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        R2dbcAutoConfiguration.class,
                        R2dbcInitializationAutoConfiguration.class,
                        DataR2dbcAutoConfiguration.class,
                        InstarAutoConfiguration.class))
                .withUserConfiguration(AsksAtOnce.class)
                .withPropertyValues(
                        "spring.r2dbc.url=r2dbc:postgresql://%s:%d/%s"
                                .formatted(address.host(), address.port(), address.name()),
                        "spring.r2dbc.username=" + address.username())
                .withPropertyValues(properties)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(DataSource.class);
                    assertThat(context.getBean("byClient")).isEqualTo("ADA");
                    assertThat(context.getBean("byOperations")).isEqualTo("ADA");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class AsksAtOnce {

        private static final String QUESTION = "SELECT name FROM customer";

        @Bean
        String byClient(DatabaseClient client) {
            return client.sql(QUESTION).mapValue(String.class).one().block();
        }

        @Bean
        String byOperations(R2dbcEntityOperations operations) {
            return operations
                    .getDatabaseClient()
                    .sql(QUESTION)
                    .mapValue(String.class)
                    .one()
                    .block();
        }
    }
}
