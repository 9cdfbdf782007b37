package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.quartz.QuartzJobBean;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** What libraries keep in tables finds them, although their own way of making tables is switched off. */
class LibraryTablesTests {

    @TempDir
    Path folder;

    @RegisterExtension
    private final EmptyDatabase database = new EmptyDatabase();

    @Test
    void quartzFindsItsTables() throws IOException {
        withRevisionOf("org/quartz/impl/jdbcjobstore/tables_postgres.sql")
                .withConfiguration(AutoConfigurations.of(QuartzAutoConfiguration.class))
                .withUserConfiguration(HasJob.class)
                .withPropertyValues(
                        "spring.quartz.job-store-type=jdbc",
                        "spring.quartz.jdbc.initialize-schema=never",
                        "spring.quartz.properties.org.quartz.jobStore.driverDelegateClass="
                                + "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(texts("SELECT job_name FROM qrtz_job_details")).containsExactly("count");
                });
    }

    @Test
    void springSessionFindsItsTables() throws IOException {
        withRevisionOf("org/springframework/session/jdbc/schema-postgresql.sql")
                .withConfiguration(
                        AutoConfigurations.of(SessionAutoConfiguration.class, JdbcSessionAutoConfiguration.class))
                .withUserConfiguration(OpensSession.class)
                .withPropertyValues("spring.session.jdbc.initialize-schema=never")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(texts("SELECT session_id FROM spring_session")).hasSize(1);
                });
    }

    /** The library's own script, as somebody who looks after their schema would put it into a revision. */
    private WebApplicationContextRunner withRevisionOf(String script) throws IOException {
        String sql = new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("001_tables.sql"), sql.replaceAll("(?mi)^COMMIT;", ""));
        return new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        InstarAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.address().jdbcUrl(),
                        "spring.datasource.username=" + database.address().username(),
                        "instar.locations=file:" + folder);
    }

    private Iterable<String> texts(String sql) {
        return JdbcClient.create(database.address().dataSource())
                .sql(sql)
                .query(String.class)
                .list();
    }

    @Configuration(proxyBeanMethods = false)
    static class HasJob {

        @Bean
        JobDetail count() {
            return JobBuilder.newJob(Nothing.class)
                    .withIdentity("count")
                    .storeDurably()
                    .build();
        }
    }

    /** A job that is never due. */
    static class Nothing extends QuartzJobBean {

        @Override
        protected void executeInternal(JobExecutionContext context) {
            throw new IllegalStateException("It is not due.");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OpensSession {

        @Bean
        Session opened(FindByIndexNameSessionRepository<?> repository) {
            return open(repository);
        }

        private static <S extends Session> S open(FindByIndexNameSessionRepository<S> repository) {
            S session = repository.createSession();
            repository.save(session);
            return session;
        }
    }
}
