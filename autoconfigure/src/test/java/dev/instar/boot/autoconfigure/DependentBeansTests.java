package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
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
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
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
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

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
                .run(context -> {
                    assertThat(context.getBean(LocalContainerEntityManagerFactoryBean.class)
                                    .getBootstrapExecutor())
                            .isNotNull();
                    assertThat(context.getBean(EntityManagerFactory.class).getMetamodel())
                            .isNotNull();
                });
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

    @Test
    void anR2dbcClientIsCreatedWhenItsTablesAre() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withUserConfiguration(UsesR2dbc.class)
                .withBean("database", TestDatabase.class, () -> database)
                .withPropertyValues(
                        "instar.url=" + database.url(),
                        "instar.user=postgres",
                        "instar.password=postgres",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location())
                .run(context -> {
                    assertThat(context).hasSingleBean(DatabaseClient.class);
                    assertThat(UsesR2dbc.customersWhenItWasCreated).isOne();
                });
    }

    @Test
    void scriptsOfTheApplicationFindTheirTables() throws IOException {
        Path script = Files.writeString(folder.resolve("data.txt"), "INSERT INTO customer VALUES (2, 'Grace')");

        runner().withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
                .withPropertyValues("spring.sql.init.mode=always", "spring.sql.init.data-locations=file:" + script)
                .run(context -> assertThat(database.client()
                                .sql("SELECT count(*) FROM customer")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(2));
    }

    @Test
    void comesAfterHibernateWhereTheApplicationWantsThat() {
        runner().withUserConfiguration(Entities.class)
                .withConfiguration(AutoConfigurations.of(
                        HibernateJpaAutoConfiguration.class, DataSourceInitializationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.jpa.hibernate.ddl-auto=create",
                        "spring.jpa.defer-datasource-initialization=true",
                        "spring.jpa.open-in-view=false",
                        "instar.target=001",
                        "instar.locations="
                                + new RevisionFolder(folder)
                                        .write("001_customers.sql", "INSERT INTO customer VALUES (7, 'Ada');")
                                        .location())
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(database.client()
                        .sql("SELECT id FROM customer")
                        .query(Long.class)
                        .list())
                .containsExactly(7L);
    }

    @Test
    void scriptsOfTheApplicationFindTheirTablesWhereHibernateComesFirst() throws IOException {
        Path script = Files.writeString(folder.resolve("data.txt"), "INSERT INTO orders VALUES (7)");

        runner().withUserConfiguration(Entities.class)
                .withConfiguration(AutoConfigurations.of(
                        HibernateJpaAutoConfiguration.class, DataSourceInitializationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.jpa.hibernate.ddl-auto=create",
                        "spring.jpa.defer-datasource-initialization=true",
                        "spring.jpa.open-in-view=false",
                        "spring.sql.init.mode=always",
                        "spring.sql.init.data-locations=file:" + script,
                        "instar.target=001",
                        "instar.locations="
                                + new RevisionFolder(folder)
                                        .write("001_customers.sql", "CREATE TABLE orders (id bigint);")
                                        .location())
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(database.client()
                        .sql("SELECT id FROM orders")
                        .query(Long.class)
                        .list())
                .containsExactly(7L);
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

    @Configuration(proxyBeanMethods = false)
    static class UsesR2dbc {

        private static final ConnectionFactory NOWHERE = new ConnectionFactory() {
            @Override
            public Mono<Connection> create() {
                return Mono.error(new UnsupportedOperationException());
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return () -> "PostgreSQL";
            }
        };

        private static int customersWhenItWasCreated;

        @Bean
        DatabaseClient client(TestDatabase database) {
            customersWhenItWasCreated = database.client()
                    .sql("SELECT count(*) FROM customer")
                    .query(Integer.class)
                    .single();
            return DatabaseClient.create(NOWHERE);
        }
    }
}
