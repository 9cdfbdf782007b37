package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.instar.TestDatabase;
import dev.instar.boot.command.library.Reader.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** What looks like a rename is asked about on a real terminal, which the tool {@code script} of util-linux makes. */
class RenameQuestionTests {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    /** What runs on the terminal. */
    public static void main(String[] arguments) {
        SpringApplication.run(Library.class, arguments);
    }

    @BeforeEach
    void create() throws IOException, InterruptedException {
        assumeThat(SCRIPT).as("util-linux makes the terminal").isExecutable();
        assumeThat(output(new ProcessBuilder(SCRIPT.toString(), "--version").start()))
                .contains("util-linux");
        database.client()
                .sql("CREATE TABLE reader (id bigserial PRIMARY KEY, name varchar(40) NOT NULL UNIQUE, joind_at"
                        + " timestamptz)")
                .update();
    }

    @Test
    void aConfirmedRenameKeepsTheColumn() throws Exception {
        // When the terminal echoes the answer is its own affair.
        assertThat(onATerminal("y"))
                .contains(
                        "Was column public.reader.joind_at renamed to 'joined_at' (the only two of type timestamp with"
                                + " time zone)? [y/N] ")
                .contains("rename to joined_at  column public.reader.joind_at\n");
        assertThat(written()).contains("""
                -- @upgrade
                ALTER TABLE public.reader RENAME COLUMN joind_at TO joined_at;

                -- @downgrade
                ALTER TABLE public.reader RENAME COLUMN joined_at TO joind_at;
                """);
    }

    private String onATerminal(String answer) throws IOException, InterruptedException {
        String java = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RenameQuestionTests.class.getName(),
                        "instar",
                        "revision",
                        "--autogenerate",
                        "-m",
                        "Joined",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--instar.locations=file:" + folder)
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Process process = new ProcessBuilder(List.of(SCRIPT.toString(), "-qec", java, "/dev/null"))
                .redirectErrorStream(true)
                .start();
        process.outputWriter().append(answer).append('\n').flush();
        String said = output(process);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** What a process says, without the colours of a terminal and the ends of its lines. */
    private static String output(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.replaceAll("\u001B\\[[0-9;?]*[a-zA-Z]|\r", "");
    }

    private String written() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.toList().get(0));
        }
    }
}
