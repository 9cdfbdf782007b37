package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.lock.LockKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A process of its own that migrates and ends, as a job of a cluster does. Its exit code is all that counts. */
class MigrateOnlyTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void endsWithZeroHasReportedAndNeverHadAWebServer() throws Exception {
        Ended ended = migrateOnly(ReportingService.class, RevisionFolder.withTwoRevisions(folder));

        assertThat(ended.exitCode()).as(ended.console()).isZero();
        assertThat(ended.console()).as("meters").contains("instar.run{", "instar.ddl.lock.held{");
        assertThat(ended.console()).contains("2 steps").doesNotContain("Tomcat", "Started ReportingService", "\tat ");
        assertThat(database.client()
                        .sql("SELECT count(*) FROM customer")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void endsWithOneWhenARevisionFailsAndLeavesTheNextDatabaseAlone() throws Exception {
        RevisionFolder revisions = new RevisionFolder(folder).write("001_broken.sql", "SELECT nothing;");

        Ended ended = migrateOnly(
                revisions,
                "--instar.databases.orders.data-source=dataSource",
                "--instar.databases.orders.locations=" + revisions.location(),
                "--instar.databases.stock.data-source=dataSource",
                "--instar.databases.stock.schema=stock",
                "--instar.databases.stock.locations=" + revisions.location(),
                "--instar.databases.stock.verify.required-tables=stock");

        assertThat(ended.exitCode()).as(ended.console()).isEqualTo(1);
        assertThat(ended.console())
                .contains("Database 'orders': The upgrade of revision '001'")
                .doesNotContain("Database 'stock'", "\tat ");
    }

    @Test
    void endsWithFourWhenTheLockIsHeldTooLong() throws Exception {
        RevisionFolder revisions = RevisionFolder.withTwoRevisions(folder);
        try (Connection holder = database.dataSource().getConnection()) {
            JdbcClient.create(new SingleConnectionDataSource(holder, true))
                    .sql("SELECT pg_try_advisory_lock(?)")
                    .param(LockKey.of("public.migration_history").value())
                    .query(Boolean.class)
                    .single();

            Ended ended = migrateOnly(revisions, "--instar.lock.timeout=0s");

            assertThat(ended.exitCode()).as(ended.console()).isEqualTo(4);
            assertThat(ended.console())
                    .contains("The migration lock was not free")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void endsWithOneWhenThereIsNothingToMigrate() throws Exception {
        Ended ended = migrateOnly(
                RevisionFolder.withTwoRevisions(folder),
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");

        assertThat(ended.exitCode()).as(ended.console()).isEqualTo(1);
        assertThat(ended.console())
                .contains("This application has no database that Instar could migrate.")
                .doesNotContain("\tat ");
    }

    private Ended migrateOnly(RevisionFolder revisions, String... more) throws IOException, InterruptedException {
        return migrateOnly(MinimalService.class, revisions, more);
    }

    private Ended migrateOnly(Class<?> service, RevisionFolder revisions, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                service.getName(),
                "--instar.mode=migrate-only",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--instar.locations=" + revisions.location()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), console);
    }

    private record Ended(int exitCode, String console) {}
}
