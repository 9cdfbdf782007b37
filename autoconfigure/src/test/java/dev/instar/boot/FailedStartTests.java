package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.instar.TestDatabase;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole console of a service that does not start: two sentences, and no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Throwable failure;

    @Test
    void saysThatTheDatabaseIsNotThere(CapturedOutput output) {
        start("spring.datasource.url=jdbc:postgresql://localhost:1/none");

        assertConsole(
                output,
                """
                The database 'none' at 'localhost:1' cannot be reached: Connection to localhost:1 refused. Check that \
                the hostname and port are correct and that the postmaster is accepting TCP/IP connections (SQLSTATE 08001).""",
                "Check that it runs, and that 'spring.datasource.url', the user and the password are right.");
    }

    @Test
    void saysThatThePasswordIsWrong(CapturedOutput output) throws IOException {
        requirePasswordOf("guarded");
        start("spring.datasource.username=guarded", "spring.datasource.password=wrong");

        assertConsole(
                output,
                "The database '%s' at 'localhost:%d' cannot be reached: it does not accept the user or the password (SQLSTATE 28P01)."
                        .formatted(database.url().replaceAll(".*/", ""), TestDatabase.port()),
                "Check that it runs, and that 'spring.datasource.url', the user and the password are right.");
    }

    @Test
    void saysThatAFolderIsMissing(CapturedOutput output) {
        start("instar.locations=file:%s/none".formatted(folder));

        assertConsole(
                output,
                "There is no folder 'file:%s/none'.".formatted(folder),
                "Create it, or correct 'instar.locations'.");
    }

    @Test
    void saysThatAFileCannotBeRead(CapturedOutput output) throws IOException {
        Files.createSymbolicLink(revisions().path().resolve("003_link.sql"), folder.resolve("nowhere"));
        start();

        assertConsole(
                output,
                "The file '%s/003_link.sql' cannot be read: it leads to nothing that can be opened.".formatted(folder),
                "Make it a UTF-8 text that the service's user may read, or take it out of the folder.");
    }

    @Test
    void saysThatADirectiveIsUnknown(CapturedOutput output) {
        revisions().write("003_typo.sql", "-- @revison 003\nSELECT 1;");
        start();

        assertConsole(
                output,
                "There is no directive '-- @revison' (%s/003_typo.sql:1).".formatted(folder),
                "Did you mean '@revision' or '@revises'?");
    }

    @Test
    void saysThatTwoFilesHaveOneId(CapturedOutput output) {
        revisions().write("002_other.sql", "SELECT 1;");
        start();

        assertConsole(
                output,
                "The names of '%1$s/002_other.sql' and '%1$s/002_seed_data.sql' begin with the same number."
                        .formatted(folder),
                "Give each file of the folder a number of its own.");
    }

    @Test
    void saysAllProblemsAtOnce(CapturedOutput output) {
        revisions().write("003_a.sql", "-- @labl x\nSELECT 1;").write("004_b.sql", "-- @mesage y\nSELECT 1;");
        start();

        assertConsole(output, """
                There are 2 problems:
                  - There is no directive '-- @labl' (%1$s/003_a.sql:1). Did you mean '@label'?
                  - There is no directive '-- @mesage' (%1$s/004_b.sql:1). Did you mean '@message'?""".formatted(folder), "Mend them all; nothing has been run.");
    }

    @Test
    void saysEverythingAboutASyntaxError(CapturedOutput output) {
        revisions().write("003_broken.sql", "ALTER TABLE customer\n    ADD COLUMN email text NOTNULL;");
        start();

        assertConsole(
                output,
                """
                The upgrade of revision '003' (Broken) failed at %s/003_broken.sql:2.
                    1 | ALTER TABLE customer
                    2 |     ADD COLUMN email text NOTNULL
                                                  ^
                SQLSTATE 42601: syntax error at or near "NOTNULL"
                Before it, this run had finished '001' and '002'. Revision '003' was rolled back and left nothing behind.""".formatted(folder),
                "Correct it and start again; what is applied already will not be run again.");
    }

    @Test
    void saysWhatIsPending(CapturedOutput output) {
        revisions();
        start("instar.mode=verify");

        assertConsole(
                output,
                """
                The database lacks 2 revisions that this build needs: '001' Customers (%1$s/001_customers.sql:1), \
                '002' Seed data (%1$s/002_seed_data.sql:1).""".formatted(folder),
                "Migrate it first, with 'instar.mode=migrate' on one instance, and start again.");
    }

    @Test
    void saysThatNoDataSourceIsTheOneToMigrate(CapturedOutput output) {
        start(TwoDatabases.class);

        assertConsole(
                output,
                "There are several data sources, and none of them is the one to migrate.",
                "Mark one with '@InstarDataSource' or '@Primary', set 'instar.url', or set 'instar.mode=off'.");
    }

    @Test
    void aWholeWebServiceShowsNoStackTraceEither(CapturedOutput output) {
        new RevisionFolder(folder).write("001_broken.sql", "SELECT nothing;");
        SpringApplication application = new SpringApplication(MinimalService.class);
        start(application, "server.port=0");

        assertThat(output.getAll())
                .contains("The upgrade of revision '001' (Broken) failed at")
                .doesNotContain("\tat ", "Caused by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"servlet", "reactive"})
    void aServiceThatRefusesToStartDoesSoBeforeThereIsAWebServer(String type, CapturedOutput output) {
        revisions();

        start(
                new SpringApplication(MinimalService.class),
                "server.port=0",
                "instar.mode=verify",
                "spring.main.web-application-type=" + type);

        assertThat(output.getAll())
                .contains("The database lacks 2 revisions that this build needs")
                .doesNotContain("TomcatWebServer", "Starting service", "\tat ", "Caused by");
    }

    @Test
    void saysWhichPropertyWasMeant(CapturedOutput output) {
        start("instar.mod=verify", "instar.lock.timeot=1s", "instar.databases.orders.locatons=file:/srv");

        assertThat(output.getOut()).endsWith("""
                Description:

                There is no property 'instar.databases.orders.locatons' ("instar.databases.orders.locatons" from property source "commandLineArgs").
                There is no property 'instar.lock.timeot' ("instar.lock.timeot" from property source "commandLineArgs").
                There is no property 'instar.mod' ("instar.mod" from property source "commandLineArgs").

                Action:

                Did you mean 'instar.databases.orders.locations'?
                Did you mean 'instar.lock.timeout' or 'instar.lock.type'?
                Did you mean 'instar.mode'?

                """);
    }

    @Test
    void saysWhichPropertyIsEmpty(CapturedOutput output) {
        start("instar.mode=", "instar.lock.timeout=");

        assertThat(output.getOut()).endsWith("""
                Description:

                'instar.lock.timeout' ("instar.lock.timeout" from property source "commandLineArgs") is empty.
                'instar.mode' ("instar.mode" from property source "commandLineArgs") is empty.

                Action:

                Give it a value, or take it out.

                """);
    }

    @AfterEach
    void logAsBefore() {
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.cleanUp();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.cleanUp();
    }

    /** The server of the tests trusts everyone; not this one. */
    private void requirePasswordOf(String role) throws IOException {
        JdbcClient client = database.client();
        client.sql("CREATE ROLE %s LOGIN PASSWORD 'right'".formatted(role)).update();
        Path rules = Path.of(client.sql("SHOW hba_file").query(String.class).single());
        Files.writeString(rules, "host all %s all scram-sha-256%n".formatted(role) + Files.readString(rules));
        client.sql("SELECT pg_reload_conf()").query(Boolean.class).single();
    }

    private RevisionFolder revisions() {
        return RevisionFolder.withTwoRevisions(folder);
    }

    private void start(String... properties) {
        start(OneDatabase.class, properties);
    }

    private void start(Class<?> configuration, String... properties) {
        SpringApplication application = new SpringApplication(configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        start(application, properties);
    }

    private void start(SpringApplication application, String... properties) {
        List<String> defaults = List.of(
                "logging.config=classpath:console-at-default-level.xml",
                "spring.main.banner-mode=off",
                "spring.main.log-startup-info=false",
                "spring.main.register-shutdown-hook=false",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "instar.locations=file:" + folder);
        // Where another class has left an application that runs, the configuration of the console would not count.
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
        failure = catchThrowable(() -> application.run(Arguments.of(defaults, properties)));
    }

    /** Spring's own two remarks, the analysis and nothing else, except what a run says of the steps it has made. */
    private void assertConsole(CapturedOutput output, String description, String action) {
        String console = output.getAll().replaceAll("(?m)^(INFO  instar: |  \\+ ).*\\R", "");
        assertThat(console)
                .isEqualTo("""
                WARN  AnnotationConfigApplicationContext: Exception encountered during context initialization - \
                cancelling refresh attempt: org.springframework.beans.factory.BeanCreationException: Error creating \
                bean with name 'instarInitializer' defined in class path resource \
                [dev/instar/boot/autoconfigure/InstarAutoConfiguration.class]: %3$s
                INFO  ConditionEvaluationReportLogger:\s

                Error starting ApplicationContext. To display the condition evaluation report re-run your application \
                with 'debug' enabled.
                ERROR LoggingFailureAnalysisReporter:\s

                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                %1$s

                Action:

                %2$s

                """.formatted(description, action, failure.getCause().getMessage()));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, InstarAutoConfiguration.class})
    static class OneDatabase {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(InstarAutoConfiguration.class)
    static class TwoDatabases {

        @Bean
        DataSource orders() {
            return new DriverManagerDataSource();
        }

        @Bean
        DataSource customers() {
            return new DriverManagerDataSource();
        }
    }
}
