package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.lock.LockKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** Databases that have a schema and no history. */
class AdoptCommandTests {

    private static final String CUSTOMER = "CREATE TABLE customer (id bigserial PRIMARY KEY, name text NOT NULL)";
    private static final String EMAIL = "ALTER TABLE customer ADD email text CONSTRAINT at CHECK (email LIKE '%@%')";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void writeRevisions() throws IOException {
        write("001_customers.sql", CUSTOMER + ";");
        write("002_emails.sql", EMAIL + ";\nUPDATE customer SET email = name || '@example.org';");
        write("003_everybody.sql", "INSERT INTO customer (name) VALUES ('everybody');");
        write("004_orders.sql", "CREATE TABLE orders (id int REFERENCES public.customer);");
    }

    @Test
    void recordsTheRevisionWhoseSchemaIsThereAndRunsNothing() {
        live(CUSTOMER);

        CommandLineCall adopted = call("adopt");

        adopted.prints("""
                + 001  Customers
                The schema is that of '001'. That is recorded; nothing was run, and no rows were compared.
                """);
        assertThat(adopted.messages()).isEmpty();
        call("current").prints("001  Customers\n");
        assertThat(call("journal", "-v").succeeds().results()).contains("stamped");
        assertThat(call("adopt").prints("").messages())
                .isEqualTo("The history says already that the database is at '001'.\n");
        call("adopt", "001").succeeds();
        call("adopt", "002").failsWith(1, """
                instar: The history says that the database is at '001', and not at '002'.
                A database that has a history is not adopted; 'instar stamp' changes what it says.
                """);
        assertThat(call("upgrade").succeeds().messages()).startsWith("+ 002  Emails");
        assertThat(schemas()).containsExactly("public");
    }

    @Test
    void doesNotGuessBetweenRevisionsThatDifferInRows() {
        live(CUSTOMER, EMAIL);

        CommandLineCall asked = call("adopt");

        assertThat(asked.exitCode()).isEqualTo(3);
        assertThat(asked.results()).isEqualTo("002\n003\n");
        assertThat(asked.messages()).isEqualTo("""
                instar: The schema is the same at 2 positions, which differ in rows alone.
                Say where the database is, as in 'instar adopt 003'.
                """);
        assertThat(tables()).containsExactly("customer");
        call("adopt", "003", "--dry-run").prints("""
                + 001  Customers
                + 002  Emails
                + 003  Everybody
                The schema is that of '003'. Nothing is recorded.
                """);
        assertThat(tables()).containsExactly("customer");
        call("adopt", "003", "--json")
                .prints("{\"positions\":[[\"003\"]],\"recorded\":[\"001\",\"002\",\"003\"],\"others\":{}}\n");
        call("current").prints("003  Everybody\n");
    }

    @Test
    void showsWhatDiffersFromTheNearest() {
        live(CUSTOMER, EMAIL, "CREATE TABLE orders (id int)", "CREATE INDEX by_name ON customer (name)");

        CommandLineCall none = call("adopt");

        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.results()).isEqualTo("""
                drop  index public.by_name
                create  constraint orders_id_fkey on public.orders
                """);
        assertThat(none.messages()).isEqualTo("""
                instar: The schema is that of no revision, and nearest to that of '004'; the changes lead there.
                Make them, leave tables out that no revision makes with '--exclude', or, when what differs does not matter,\
                 run 'instar stamp 004'.
                """);
        assertThat(call("adopt", "001").messages()).isEqualTo("""
                instar: The schema is not that of '001'; the changes lead there.
                Make them, leave tables out that no revision makes with '--exclude', or, when what differs does not matter,\
                 run 'instar stamp 001'.
                """);
        assertThat(call("adopt", "--json").results())
                .startsWith("{\"positions\":[],\"recorded\":[],\"others\":{},\"nearest\":[\"004\"],\"changes\":[{");
        assertThat(tables()).containsExactly("customer", "orders");
    }

    @Test
    void findsNothingInAnEmptyDatabaseAndAsksForNoTablesThatAreLeftOut() {
        assertThat(call("adopt").prints("").messages())
                .isEqualTo("There is nothing to adopt: the database has nothing of what the revisions make.\n");
        assertThat(tables()).isEmpty();
        call("adopt", "base").failsWith(2, """
                instar: At the base there is nothing to adopt.
                Run 'instar upgrade', or name a revision.
                """);

        live(CUSTOMER, "CREATE TABLE qrtz_jobs (id int)");

        assertThat(call("adopt").exitCode()).isEqualTo(3);
        assertThat(call("adopt", "--exclude", "qrtz_*").succeeds().results()).contains("'001'");
    }

    @Test
    void needsTheRightToASchemaOfItsOwn() {
        live(CUSTOMER, "CREATE ROLE adopter LOGIN PASSWORD 'postgres'", "GRANT ALL ON SCHEMA public TO adopter");
        try {
            live("CREATE TABLE flyway_schema_history (version text)");
            call("adopt", "--spring.datasource.username=adopter").failsWith(1, """
                    instar: What Flyway has recorded cannot be read: column "script" does not exist.
                    Let this user read its table, or, if it is not that tool's, give it another name.
                    """);
            live("DROP TABLE flyway_schema_history");
            call("adopt", "--spring.datasource.username=adopter").failsWith(1, """
                    instar: The user may not create a schema in this database, which it takes to replay the revisions:\
                     permission denied for database %s.
                    Give the right with 'GRANT CREATE ON DATABASE ... TO ...', set 'instar.user' to a user who has it, or say\
                     yourself where the database is with 'instar stamp'. Nothing was changed.
                    """.formatted(database.name()));
        } finally {
            live("DROP OWNED BY adopter", "DROP ROLE adopter");
        }
    }

    @Test
    void recordsNothingWhenSomebodyHasMigratedMeanwhile() throws SQLException {
        live(CUSTOMER);
        try (Connection migrating = database.dataSource().getConnection();
                Statement statement = migrating.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(%d)"
                    .formatted(LockKey.of("public.migration_history").value()));
            CompletableFuture<CommandLineCall> adopting = CompletableFuture.supplyAsync(() -> call("adopt"));
            // What it wants to record is what it found, and its turn comes when all is different.
            awaitTables(statement, adopting);
            statement.execute(EMAIL);
            statement.execute("SELECT pg_advisory_unlock_all()");

            CommandLineCall refused = adopting.join();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.messages()).endsWith("""
                    instar: Somebody has migrated the database while it was looked at.
                    Nothing was recorded; run 'instar adopt' again when nobody else migrates.
                    """);
        }
        assertThat(call("current").succeeds().results()).isEmpty();
    }

    @Test
    void whatAlembicHasRecordedDecidesWhereTheIdsWereKeptAndIsNoProof() {
        live(CUSTOMER, EMAIL, "CREATE TABLE alembic_version (version_num varchar(32))");
        live("INSERT INTO alembic_version VALUES ('003')");

        CommandLineCall adopted = call("adopt", "--dry-run");

        assertThat(adopted.messages()).isEqualTo("alembic_version: Alembic is at '003'.\n");
        assertThat(adopted.succeeds().results()).contains("The schema is that of '003'.");

        live("UPDATE alembic_version SET version_num = '004'", "DROP TABLE customer");
        assertThat(call("adopt").messages()).isEqualTo("""
                alembic_version: Alembic is at '004'.
                instar: The schema is that of the base, and 'alembic_version' says otherwise: Alembic is at '004'.
                Check that the connection leads to the schema that was migrated; 'instar upgrade' begins at the base.
                """);
        live(CUSTOMER, EMAIL);
        CommandLineCall refused = call("adopt");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.messages()).isEqualTo("""
                alembic_version: Alembic is at '004'.
                instar: The schema is the same at 2 positions, which differ in rows alone, and 'alembic_version' says\
                 otherwise: Alembic is at '004'.
                Say where the database is, as in 'instar adopt 003'.
                """);
        assertThat(call("adopt", "002").succeeds().results()).contains("The schema is that of '002'.");
    }

    @Test
    void tablesOfLiquibaseAreNoDifferenceAndItsLockIsRespected() {
        live(
                CUSTOMER,
                "CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL,"
                        + " filename varchar(255) NOT NULL, dateexecuted timestamp NOT NULL, orderexecuted int NOT NULL,"
                        + " exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255),"
                        + " comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),"
                        + " labels varchar(255), deployment_id varchar(10))",
                "CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL,"
                        + " lockgranted timestamp, lockedby varchar(255))",
                "INSERT INTO databasechangelog VALUES ('1', 'ada', 'changelog.xml', now(), 1, 'EXECUTED', '9:ab', 'sql')",
                "INSERT INTO databasechangeloglock VALUES (1, true, now(), 'pod-1')");

        call("adopt").failsWith(1, """
                instar: Liquibase is at work on this database, or was and has died: its lock in 'databasechangeloglock' is taken.
                Wait for it, or let Liquibase release its lock and finish; then run 'instar adopt' again.
                """);
        live("UPDATE databasechangeloglock SET locked = false");
        assertThat(call("adopt").succeeds().messages())
                .isEqualTo("databasechangelog: Liquibase has run 1 change set.\n");
        call("current").prints("001  Customers\n");
    }

    private static void awaitTables(Statement statement, CompletableFuture<CommandLineCall> adopting)
            throws SQLException {
        boolean waits = false;
        while (!waits && !adopting.isDone()) {
            try (var rows = statement.executeQuery("SELECT count(*) > 1 FROM pg_stat_activity WHERE query LIKE"
                    + " '%advisory%' AND datname = current_database()")) {
                rows.next();
                waits = rows.getBoolean(1);
            }
        }
    }

    private CommandLineCall call(String... words) {
        return CommandLineCall.of(Application.class, database, folder, words);
    }

    private void live(String... statements) {
        database.client().sql(String.join(";", statements)).update();
    }

    private List<String> tables() {
        return database.client()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                .query(String.class)
                .list();
    }

    private List<String> schemas() {
        return database.client()
                .sql("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
                        + " ORDER BY 1")
                .query(String.class)
                .list();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, InstarAutoConfiguration.class})
    static class Application {}
}
