package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.autoconfigure.InstarDataSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.MergedContextConfiguration;

/** A service that makes its data source by itself would be tested on whatever database its properties name. */
class OwnDataSourceTests {

    @RegisterExtension
    private final EmptyDatabase real = new EmptyDatabase();

    @AfterEach
    void theRealDatabaseIsNotTouched() {
        assertThat(JdbcClient.create(real.address().dataSource())
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isRefusedWhereTheApplicationMakesItsDataSource() {
        assertIsRefused(MakesDataSource.class);
    }

    @Test
    void isRefusedWhereTheApplicationMakesTheOneThatMigrates() {
        assertIsRefused(MakesDataSourceForMigrating.class);
    }

    @Test
    void isRefusedWhereNoneOfSeveralDatabasesIsTheOneOfTheTest() {
        assertIsRefused(MakesDataSource.class, "instar.databases.shop.data-source=ofTheApplication");
    }

    private void assertIsRefused(Class<?> application, String... properties) {
        DatabaseRequest request =
                new DatabaseRequest(application, "embedded", List.of("classpath:db/migration"), Map.of(), Set.of());
        MigratedDatabaseContextCustomizer customizer = new MigratedDatabaseContextCustomizer(request);
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, InstarAutoConfiguration.class))
                .withInitializer(context -> customizer.customizeContext(
                        context, new MergedContextConfiguration(application, null, null, null, null)))
                .withBean("real", ClonedDatabase.class, real::address)
                .withUserConfiguration(application)
                .withPropertyValues(properties)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage(
                                "This test would migrate the database '%s', and not the one that"
                                        + " '@MigratedDatabase' gives it. Make the data source of the application, or the"
                                        + " one with '@InstarDataSource', from the bean 'JdbcConnectionDetails', as Spring"
                                        + " Boot makes its own.",
                                real.address().name()));
        Clones.release(request);
    }

    @Configuration(proxyBeanMethods = false)
    static class MakesDataSource {

        @Bean
        DataSource ofTheApplication(ClonedDatabase real) {
            return real.dataSource();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MakesDataSourceForMigrating {

        @Bean(defaultCandidate = false)
        @InstarDataSource
        DataSource forMigrating(ClonedDatabase real) {
            return real.dataSource();
        }
    }
}
