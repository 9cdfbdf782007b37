package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.run.RunListener;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A revision in Java may use the service's entities, where the service says that its schema comes after them. */
class JpaRevisionTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aRevisionUsesEntitiesWhereTheyComeFirst() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        InstarAutoConfiguration.class,
                        HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(UsesEntities.class)
                .withPropertyValues(
                        "spring.jpa.defer-datasource-initialization=true",
                        "spring.jpa.open-in-view=false",
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location())
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(database.client()
                        .sql("SELECT name FROM customer")
                        .query(String.class)
                        .list())
                .containsExactly("ADA");
    }

    @Test
    void doesNotStartWithoutASchemaWhereItNeedsWhatWaitsForIt() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        InstarAutoConfiguration.class))
                .withUserConfiguration(ListensWithAClient.class)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location())
                .run(context -> {
                    assertThat(context).hasFailed();
                    Throwable failure = context.getStartupFailure();
                    assertThat(failure).hasRootCauseInstanceOf(BeanCurrentlyInCreationException.class);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class ListensWithAClient {

        @Bean
        RunListener audit(JdbcClient client) {
            return new RunListener() {};
        }
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class UsesEntities {

        @Bean
        JavaRevision capitals(EntityManagerFactory entities) {
            return new Capitals(entities);
        }
    }

    @RevisionHeader(id = "003", revises = "002", message = "Names in capitals", irreversible = "a test")
    record Capitals(EntityManagerFactory entities) implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            try (EntityManager manager = entities.createEntityManager()) {
                manager.getTransaction().begin();
                DependentBeansTests.Customer customer = manager.find(DependentBeansTests.Customer.class, 1L);
                customer.name = customer.name.toUpperCase(Locale.ROOT);
                manager.getTransaction().commit();
            }
        }
    }
}
