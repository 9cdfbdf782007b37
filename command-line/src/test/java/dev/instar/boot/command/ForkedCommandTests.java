package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.lock.LockKey;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class ForkedCommandTests {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void writeRevision() throws IOException {
        Files.writeString(
                folder.resolve("001_first.sql"),
                "CREATE TABLE a (text text DEFAULT 'é');\n-- @downgrade\nDROP TABLE a;");
    }

    @Test
    void nothingOfAWholeServiceIsStartedButItsOwnDataSource() throws Exception {
        CommandLineCall upgrade = fork("instar", "upgrade");

        assertThat(upgrade.messages()).matches("\\+ 001  First  \\(\\d+ ms\\)\n");
        assertThat(upgrade.results()).startsWith("Applied 1 revision in ");
        assertThat(upgrade.exitCode()).isZero();
    }

    @Test
    void resultsAndMessagesNeverMeet() throws Exception {
        CommandLineCall sql = fork("instar", "upgrade", "--sql");
        assertThat(sql.exitCode()).isZero();
        assertThat(sql.results()).contains("CREATE TABLE a (text text DEFAULT 'é');");
        assertThat(sql.messages()).isEmpty();

        CommandLineCall wrong = fork("instar", "upgrade", "nowhere", "--sql");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.results()).isEmpty();
        assertThat(wrong.messages()).startsWith("instar: ").doesNotContain("Exception");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aScriptThatDoesNotFitOnTheDiskIsNoSuccess() throws Exception {
        Process process = start(Redirect.to(new File("/dev/full")), "instar", "upgrade", "--sql");
        CommandLineCall sql = end(process);

        assertThat(sql.messages()).isEqualTo("""
                instar: What the command has to say could not be written to the standard output.
                Make room where that leads, and call it again.
                """);
        assertThat(sql.exitCode()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aReaderThatHasSeenEnoughIsNoFailure() throws Exception {
        Process process = start(Redirect.PIPE, "instar", "history");
        process.getInputStream().close();
        CommandLineCall history = end(process);

        assertThat(history.messages()).isEmpty();
        assertThat(history.exitCode()).isZero();
    }

    @Test
    void aLockThatIsNotAvailableHasItsOwnExitCode() throws Exception {
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(%d)"
                    .formatted(LockKey.of("public.migration_history").value()));

            assertThat(fork("instar", "upgrade", "--instar.lock.timeout=0s").exitCode())
                    .isEqualTo(4);
        }
    }

    @Test
    void theDatabaseMayBeInAContextBelowAnother() throws Exception {
        CommandLineCall upgrade = end(start(Below.class, Redirect.PIPE, "instar", "upgrade"));

        assertThat(upgrade.messages()).matches("\\+ 001  First  \\(\\d+ ms\\)\n");
        assertThat(upgrade.results()).startsWith("Applied 1 revision in ");
        assertThat(upgrade.exitCode()).isZero();
    }

    @Test
    void helpNeedsNothingStarted() {
        CommandLineCall help = CommandLineCall.start(
                Service.class, "instar", "downgrade", "--help", "--spring.datasource.url=jdbc:nonsense");

        assertThat(help.exitCode()).isZero();
        assertThat(help.results()).contains("Usage: instar downgrade").contains("instar downgrade -1");
    }

    private CommandLineCall fork(String... arguments) throws IOException, InterruptedException {
        return end(start(Redirect.PIPE, arguments));
    }

    private Process start(Redirect output, String... arguments) throws IOException {
        return start(Service.class, output, arguments);
    }

    private Process start(Class<?> service, Redirect output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                service.getName()));
        command.addAll(List.of(arguments));
        command.add("--test.url=" + database.url());
        command.add("--instar.locations=file:" + folder);
        return new ProcessBuilder(command)
                .redirectError(messages().toFile())
                .redirectOutput(output)
                .start();
    }

    private CommandLineCall end(Process process) throws IOException, InterruptedException {
        InputStream output = process.getInputStream();
        String results = "";
        try {
            results = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            assertThat(closed).hasMessage("Stream closed");
        }
        return new CommandLineCall(process.waitFor(), results, Files.readString(messages()));
    }

    private Path messages() {
        return elsewhere.resolve("messages.txt");
    }

    /** Fails if anything is started that a service has and a command does not need. */
    @EnableAutoConfiguration
    @EnableScheduling
    static class Service {

        public static void main(String[] arguments) {
            SpringApplication.run(Service.class, arguments);
        }

        @Bean
        DataSource dataSource(Environment environment) {
            return new DriverManagerDataSource(environment.getRequiredProperty("test.url"), "postgres", "postgres");
        }

        @Bean
        CommandLineRunner runner() {
            throw new IllegalStateException("A runner was created.");
        }

        @Bean
        Scheduler scheduler() {
            return new Scheduler();
        }

        @Bean
        SmartLifecycle lifecycle() {
            throw new IllegalStateException("A lifecycle bean was created.");
        }

        @EventListener
        void refreshed(ContextRefreshedEvent event) {
            throw new IllegalStateException("An event was published.");
        }
    }

    /** What it shares with others is in a context of its own. */
    static class Below {

        public static void main(String[] arguments) {
            new SpringApplicationBuilder(Below.class).child(Service.class).run(arguments);
        }
    }

    static class Scheduler {

        Scheduler() {
            throw new IllegalStateException("A scheduled bean was created.");
        }

        @Scheduled(fixedRate = 1000)
        void tick() {}
    }
}
