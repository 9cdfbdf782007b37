package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseUnavailableTests {

    private static final String CHECK_THE_ADDRESS =
            "Check that it runs, and that 'spring.datasource.url', the user and the password are right.";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void oneRevision() throws IOException {
        Files.writeString(folder.resolve("001_first.sql"), "SELECT 1;");
    }

    @Test
    void namesHostPortAndDatabaseButNoUser() {
        assertFailure(
                upgrade("jdbc:postgresql://localhost:1/none?user=somebody&password=secret", "somebody"),
                "The database 'none' at 'localhost:1' cannot be reached: Connection to localhost:1 refused. Check that"
                        + " the hostname and port are correct and that the postmaster is accepting TCP/IP connections"
                        + " (SQLSTATE 08001).",
                CHECK_THE_ADDRESS);
    }

    @Test
    void namesAHostThatDoesNotExist() {
        assertFailure(
                upgrade("jdbc:postgresql://nowhere.invalid:5432/shop", "somebody"),
                "The database 'shop' at 'nowhere.invalid:5432' cannot be reached: there is no host 'nowhere.invalid'"
                        + " (SQLSTATE 08001).",
                CHECK_THE_ADDRESS);
    }

    /** A server that wants encryption or a certificate says so with the same code as one that does not know the user. */
    @Test
    void looksForTheReasonNotOnlyInThePasswordWhereTheServerDoesNotLetAUserIn() {
        String user = "outside_" + name();
        database.client().sql("CREATE ROLE %s NOLOGIN".formatted(user)).update();

        assertFailure(
                upgrade(database.url(), user),
                address()
                        + " cannot be reached: it does not let this user in, or not in this way, such as without"
                        + " encryption or a certificate (SQLSTATE 28000).",
                "Look into the log of the server, which says why, and correct the user, the rules in 'pg_hba.conf', or"
                        + " what the URL says of 'sslmode' and 'sslcert'.");
    }

    @Test
    void saysThatTheDatabaseIsReadOnly() {
        assertFailure(
                upgrade(with("options=-c%20default_transaction_read_only=on"), "postgres"),
                address()
                        + " refused what Instar asked for itself: ERROR: cannot execute CREATE TABLE in a read-only"
                        + " transaction (SQLSTATE 25006).",
                "Connect to the primary server, or with a user whose transactions are not read-only by default.");
    }

    @Test
    void saysThatThereIsNoSchemaForTheTables() {
        assertFailure(
                upgrade(with("currentSchema=nowhere"), "postgres"),
                address()
                        + " refused what Instar asked for itself: ERROR: no schema has been selected to create in"
                        + " (SQLSTATE 3F000).",
                "Create the schema, correct 'instar.schema', or correct the search path of the connection.");
    }

    @Test
    void saysWhichRightsAreMissing() {
        String user = "weak_" + name();
        database.client().sql("CREATE ROLE %s LOGIN".formatted(user)).update();
        // As it is anyway since PostgreSQL 15.
        database.client().sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC").update();

        assertFailure(
                upgrade(database.url(), user),
                address()
                        + " refused what Instar asked for itself: ERROR: permission denied for schema public"
                        + " (SQLSTATE 42501).",
                "Give the migrating user the rights to create and change Instar's tables.");
    }

    @Test
    void saysThatATableOfThatNameIsSomebodyElses() {
        database.client().sql("CREATE TABLE migration_history (id int)").update();

        assertFailure(
                upgrade(database.url(), "postgres"),
                "There are tables named 'migration_history' or 'migration_journal' that are not Instar's:"
                        + " ERROR: column \"migration_number\" does not exist (SQLSTATE 42703).",
                "Set 'instar.history-table' and 'instar.journal-table', or 'instar.schema', so that Instar has its own.");
    }

    private String address() {
        String hostAndName = database.url().replaceAll("jdbc:postgresql://|\\?.*", "");
        return "The database '%s' at '%s'".formatted(name(), hostAndName.substring(0, hostAndName.indexOf('/')));
    }

    private String name() {
        return database.url().replaceAll("\\?.*|.*/(?=[^/]+$)", "").replaceAll(".*/", "");
    }

    private String with(String parameter) {
        return database.url() + (database.url().contains("?") ? "&" : "?") + parameter;
    }

    private DatabaseUnavailableException upgrade(String url, String user) {
        Instar instar = new Instar(
                new DriverManagerDataSource(url, user, "postgres"),
                InstarSettings.DEFAULT.withLocations("file:" + folder));
        return catchThrowableOfType(
                DatabaseUnavailableException.class, () -> instar.upgrade(Target.HEADS, Trigger.COMMAND));
    }

    private static void assertFailure(DatabaseUnavailableException failure, String description, String action) {
        assertThat(failure.description()).isEqualTo(description);
        assertThat(failure.action()).isEqualTo(action);
    }
}
