package dev.instar.sample.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresDirectoryTests {

    @TempDir
    private Path temporary;

    @Test
    void keepsItsDataBetweenStarts() throws IOException {
        Path directory = temporary.resolve("new folder/postgres");
        try (EmbeddedPostgres first = new PostgresDirectory(directory).start(0)) {
            jdbc(first).sql("CREATE TABLE kept AS SELECT 42 AS answer").update();
            assertThat(setting(first, "server_version")).startsWith(PostgresDirectory.MAJOR_VERSION + ".");
            assertThat(setting(first, "fsync")).isEqualTo("on");
            assertThat(setting(first, "listen_addresses")).isEqualTo("localhost");
            assertThat(jdbc(first).sql("SELECT lower('ÄÉ')").query(String.class).single())
                    .isEqualTo("äé");
        }
        assertThat(ServerProcess.on(directory)).isEmpty();
        try (EmbeddedPostgres second = new PostgresDirectory(directory).start(0)) {
            assertThat(jdbc(second)
                            .sql("SELECT answer FROM kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void refusesAFolderThatARunningApplicationUses() throws IOException {
        Path directory = temporary.resolve("postgres");
        try (EmbeddedPostgres running = new PostgresDirectory(directory).start(0)) {
            assertThatExceptionOfType(UnusableDatabaseException.class)
                    .isThrownBy(() -> new PostgresDirectory(directory).start(0))
                    .withMessage("Another running application uses the PostgreSQL data in '%s'.", directory)
                    .satisfies(e -> assertThat(e.action())
                            .isEqualTo("Stop that application, or name another directory with"
                                    + " 'sample.postgres.directory'."));
            assertThat(jdbc(running).sql("SELECT 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        Files.writeString(temporary.resolve("PG_VERSION"), "17\n");
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> new PostgresDirectory(temporary).start(0))
                .withMessage(
                        "The data in '%s' was written by PostgreSQL 17, and this application brings PostgreSQL 18.",
                        temporary)
                .satisfies(e -> assertThat(e.action())
                        .isEqualTo("Delete the directory if its data may go, or name another one with"
                                + " 'sample.postgres.directory'."));
    }

    @Test
    void saysWhereToLookWhenTheServerDoesNotStart() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("postgres"));
        Files.writeString(directory.resolve("letter.txt"), "Not a database.");
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> new PostgresDirectory(directory).start(0))
                .withMessageStartingWith("PostgreSQL did not start on '%s': ", directory)
                .satisfies(e -> assertThat(e.action()).startsWith("See '" + directory + ".log'."));
        assertThat(temporary.resolve("postgres.log")).content().contains("exists but is not empty");
    }

    @Test
    void takesOverFromAnApplicationThatWasKilled() throws IOException, InterruptedException {
        Path directory = temporary.resolve("postgres");
        Process application = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DirectoryUser.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        awaitFile(directory.resolve("in-use"));
        application.destroyForcibly().waitFor();
        long leftBehind = ServerProcess.on(directory).orElseThrow().pid();
        try (EmbeddedPostgres postgres = new PostgresDirectory(directory).start(0)) {
            assertThat(ServerProcess.on(directory).orElseThrow().pid()).isNotEqualTo(leftBehind);
            assertThat(jdbc(postgres)
                            .sql("SELECT answer FROM kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void knowsAStaleProcessFile() throws IOException {
        assertThat(ServerProcess.on(temporary)).isEmpty();
        Path file = temporary.resolve("postmaster.pid");
        Files.writeString(file, "12");
        assertThat(ServerProcess.on(temporary)).isEmpty();
        Files.writeString(file, "%d\n%s\n1\n".formatted(ProcessHandle.current().pid(), temporary));
        assertThat(ServerProcess.on(temporary)).isEmpty();
    }

    private static void awaitFile(Path file) throws InterruptedException {
        for (int tries = 0; tries < 600 && !Files.exists(file); tries++) {
            Thread.sleep(50);
        }
        assertThat(file).exists();
    }

    private static JdbcClient jdbc(EmbeddedPostgres postgres) {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    private static String setting(EmbeddedPostgres postgres, String name) {
        return jdbc(postgres)
                .sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    /** An application to be killed. */
    static final class DirectoryUser {

        public static void main(String[] args) throws IOException, InterruptedException {
            Path directory = Path.of(args[0]);
            try (EmbeddedPostgres postgres = new PostgresDirectory(directory).start(0)) {
                jdbc(postgres).sql("CREATE TABLE kept AS SELECT 42 AS answer").update();
                Files.createFile(directory.resolve("in-use"));
                Thread.sleep(60_000);
            }
        }
    }
}
