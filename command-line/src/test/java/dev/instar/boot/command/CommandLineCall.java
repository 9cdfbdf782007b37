package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/** An application that is started for a command, in this process: what it prints, and the code it would end with. */
public record CommandLineCall(int exitCode, String results, String messages) {

    /** Starts the application as {@code java -jar service.jar instar ...} does. */
    static CommandLineCall of(Class<?> application, TestDatabase database, Path folder, String... words) {
        List<String> arguments = new ArrayList<>(List.of(
                "instar",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--instar.locations=file:" + folder));
        arguments.addAll(List.of(words));
        return start(application, arguments.toArray(String[]::new));
    }

    /** Starts the application with exactly these words. */
    public static CommandLineCall start(Class<?> application, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        IntConsumer exit = CommandRunListener.exit;
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int[] code = {-1};
        try {
            System.setOut(new PrintStream(results, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
            CommandRunListener.exit = number -> {
                code[0] = number;
                throw new SpringApplication.AbandonedRunException();
            };
            SpringApplication.run(application, arguments);
        } catch (SpringApplication.AbandonedRunException ended) {
            // Where the process would have ended.
        } finally {
            CommandRunListener.exit = exit;
            System.setOut(out);
            System.setErr(err);
            logAsBefore();
        }
        // Hibernate warns of every PostgreSQL 13.
        String said = messages.toString(StandardCharsets.UTF_8).replaceAll("(?m)^WARN .* HHH000511: .*\\R", "");
        return new CommandLineCall(code[0], results.toString(StandardCharsets.UTF_8), said);
    }

    /** A process would have ended, and the way in which a command logs with it. */
    private static void logAsBefore() {
        LoggingSystem logging = LoggingSystem.get(CommandLineCall.class.getClassLoader());
        logging.cleanUp();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.cleanUp();
    }

    public CommandLineCall succeeds() {
        assertThat(exitCode).as("%s%s", results, messages).isZero();
        return this;
    }

    public CommandLineCall prints(String expected) {
        succeeds();
        assertThat(results).isEqualTo(expected);
        return this;
    }

    public CommandLineCall failsWith(int code, String expected) {
        assertThat(messages).isEqualTo(expected);
        assertThat(results).isEmpty();
        assertThat(exitCode).isEqualTo(code);
        return this;
    }
}
