package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.lock.LockKey;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The entire text of what stops a start; what the console looks like then is in {@link FailedStartTests}. */
class FailureAnalysisTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void anAppliedRevisionWasEdited() {
        migrate();
        revisions().write("002_seed_data.sql", "INSERT INTO customer VALUES (1, 'Grace');");

        assertStopped("""
                Revision '002' is applied, and its upgrade was edited since (<folder>/002_seed_data.sql:1).""", """
                Undo the edit, or run 'instar accept 002' if what is applied is what the file says now.""");
    }

    @Test
    void theDatabaseIsAhead() {
        migrate();
        folder.resolve("002_seed_data.sql").toFile().delete();

        assertStopped("""
                Revisions are applied that no file explains: '002' Seed data.""", """
                Start the newer build, bring the files back, or set 'instar.on-unknown-revision=warn'.""", "instar.on-unknown-revision=fail");
    }

    @Test
    void theLockIsNotFree() throws SQLException {
        revisions();
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'somebody'");
            statement.execute("SELECT pg_advisory_lock(%d)"
                    .formatted(LockKey.of("public.migration_history").value()));

            assertStopped("""
                    The migration lock was not free within 0 s; it is held by <holder>.""", """
                    Wait for that run to end and start again, or raise 'instar.lock.timeout'.""", "instar.lock.timeout=0s");
        }
    }

    @Test
    void somebodyElseHasATableOfThatName() {
        revisions();
        database.client().sql("CREATE TABLE migration_history (a text)").update();

        assertStopped("""
                There are tables named 'migration_history' or 'migration_journal' that are not Instar's: ERROR: column \
                "id" does not exist (SQLSTATE 42703).""", """
                Set 'instar.history-table' and 'instar.journal-table', or 'instar.schema', so that Instar has its own.""");
    }

    @Test
    void theDatabaseCanOnlyBeRead() {
        revisions();

        assertStopped("""
                The database '<database>' at 'localhost:<port>' refused what Instar asked for itself: ERROR: cannot execute \
                CREATE TABLE in a read-only transaction (SQLSTATE 25006).""", """
                Connect to the primary server, or with a user whose transactions are not read-only by default.""", "instar.url=" + database.url() + "?options=-c%20default_transaction_read_only=on");
    }

    @Test
    void theSchemaForTheTablesIsNotThere() {
        revisions();

        assertStopped("""
                The database '<database>' at 'localhost:<port>' refused what Instar asked for itself: ERROR: no schema \
                has been selected to create in (SQLSTATE 3F000).""", """
                Create the schema, correct 'instar.schema', or correct the search path of the connection.""", "instar.url=" + database.url() + "?currentSchema=nowhere");
    }

    @Test
    void noDriverKnowsTheUrl() {
        revisions();

        assertStopped("""
                No JDBC driver on the class path knows the URL that migrations shall run on.""", """
                Correct 'instar.url', or add the driver of that database.""", "instar.url=jdbc:nonsense:there");
    }

    @Test
    void theTargetIsNoRevision() {
        revisions();

        assertStopped("""
                No revision or label is called 'later'.""", """
                The head is '002'; see 'history' for all.""", "instar.target=later");
    }

    @Test
    void aTimeIsNone() {
        assertStopped("""
                'instar.snapshot.timeout' is 0ms.""", """
                Set it to 1ms or more.""", "instar.snapshot.timeout=0");
    }

    @Test
    void aPlaceholderHasNoValue() {
        revisions().write("003_theme.sql", "SELECT '${theme}';");

        assertStopped("""
                The placeholder '${theme}' has no value (<folder>/003_theme.sql:1).""", """
                Set 'instar.placeholders.theme', or write '$${theme}' if the text is meant as it is.""");
    }

    @Test
    void oneOfSeveralDatabasesIsNotThere() {
        revisions();

        assertStopped(
                """
                Database 'orders': The database 'none' at 'localhost:1' cannot be reached: Connection to localhost:1 \
                refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP \
                connections (SQLSTATE 08001).""",
                """
                Check that it runs, and that its URL, the user and the password are right.""",
                "instar.databases.orders.url=jdbc:postgresql://localhost:1/none",
                "instar.databases.orders.locations=file:" + folder);
    }

    private RevisionFolder revisions() {
        return RevisionFolder.withTwoRevisions(folder);
    }

    private void migrate() {
        revisions();
        new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + folder))
                .upgrade(Target.HEADS, Trigger.COMMAND);
    }

    private void assertStopped(String description, String action, String... properties) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues(
                        "instar.url=" + database.url(),
                        "instar.user=postgres",
                        "instar.password=postgres",
                        "instar.locations=file:" + folder)
                .withPropertyValues(properties)
                .run(context -> {
                    FailureAnalysis analysis = new InstarFailureAnalyzer().analyze(context.getStartupFailure());
                    assertThat(analysis).isNotNull();
                    assertThat(general(analysis.getDescription()) + "\n" + analysis.getAction())
                            .isEqualTo(description + "\n" + action);
                });
    }

    private String general(String text) {
        return text.replace(folder.toString(), "<folder>")
                .replace(database.name(), "<database>")
                .replace(":" + TestDatabase.port(), ":<port>")
                .replaceAll("held by .*\\.", "held by <holder>.");
    }
}
