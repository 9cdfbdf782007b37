package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that needs the schema is created after it is there, although it is declared first. */
class DependentBeansTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void jpaValidatesASchemaThatIsThere() {
        runner().withUserConfiguration(Entities.class)
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate", "spring.jpa.open-in-view=false")
                .run(context -> assertThat(context).hasSingleBean(EntityManagerFactory.class));
    }

    @Test
    void jpaValidatesASchemaThatIsThereWhenItStartsInTheBackground() {
        runner().withUserConfiguration(Entities.class)
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate", "spring.jpa.bootstrap=async")
                .run(context -> assertThat(
                                context.getBean(EntityManagerFactory.class).getMetamodel())
                        .isNotNull());
    }

    @Test
    void jdbcClientFindsItsTables() {
        runner().withUserConfiguration(UsesJdbcClient.class)
                .withConfiguration(
                        AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
                .run(context -> assertThat(context.getBean("customers")).isEqualTo(1L));
    }

    @Test
    void jooqFindsItsTables() {
        runner().withUserConfiguration(UsesJooq.class)
                .withConfiguration(AutoConfigurations.of(
                        DataSourceTransactionManagerAutoConfiguration.class, JooqAutoConfiguration.class))
                .withPropertyValues("spring.jooq.sql-dialect=postgres")
                .run(context -> assertThat(context.getBean("customers")).isEqualTo(1));
    }

    @Test
    void aBeanThatSaysSoFindsItsTables() {
        runner().withUserConfiguration(SaysThatItDepends.class)
                .run(context -> assertThat(context.getBean("customers")).isEqualTo(1L));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, InstarAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location());
    }

    @Entity(name = "customer")
    static class Customer {

        @Id
        long id;

        String name;
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class Entities {}

    @Configuration(proxyBeanMethods = false)
    static class UsesJdbcClient {

        @Bean
        Long customers(JdbcClient client) {
            return client.sql("SELECT count(*) FROM customer").query(Long.class).single();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class UsesJooq {

        @Bean
        Integer customers(DSLContext jooq) {
            return jooq.fetchCount(DSL.table("customer"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SaysThatItDepends {

        @Bean
        @DependsOnDatabaseInitialization
        Long customers(DataSource dataSource) {
            return new JdbcTemplate(dataSource).queryForObject("SELECT count(*) FROM customer", Long.class);
        }
    }
}
