package dev.instar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.command.CommandLineCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** A live service that Flyway has migrated, and that Instar migrates from now on. */
class FlywayGuideTests {

    private static final Path OUTPUT = Path.of("output", "flyway-session.txt");

    @TempDir
    Path old;

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void migrateWithFlyway() throws Exception {
        for (Path here : List.of(old, folder)) {
            write(here, "V1__customers.sql", "CREATE TABLE customer (id bigserial PRIMARY KEY, name text NOT NULL);");
            write(
                    here,
                    "V2__emails.sql",
                    "ALTER TABLE customer ADD email text;\nCREATE INDEX by_email ON customer (email);");
            write(here, "V3__a_first_customer.sql", "INSERT INTO customer (name) VALUES ('Ada');");
        }
        rename();
        flyway().migrate();
    }

    /** As the page shows it. */
    private void rename() throws Exception {
        Path script = Path.of("flyway", "rename.sh").toAbsolutePath();
        Process renaming = new ProcessBuilder("sh", script.toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(renaming.waitFor()).isZero();
    }

    @Test
    void adoptsAndAppliesWhatIsNewAndFlywayGoesOnInOlderInstances() throws IOException {
        write(folder, "4_orders.sql", "CREATE TABLE orders (id int PRIMARY KEY);\n-- @downgrade\nDROP TABLE orders;");
        StringBuilder session = new StringBuilder();
        for (String line : List.of("adopt", "upgrade", "adopt")) {
            CommandLineCall call = call(line).succeeds();
            session.append("$ instar %s\n%s%s\n".formatted(line, call.messages(), call.results()));
        }

        recorded(session.toString());
        assertThat(flyway().migrate().migrationsExecuted).isZero();
        flyway().validate();
    }

    @Test
    void whatFlywayHasNotFinishedIsNotAdopted() {
        database.client()
                .sql("INSERT INTO flyway_schema_history"
                        + " VALUES (4, '4', 'broken', 'SQL', 'V4__broken.sql', 7, 'postgres', now(), 1, false)")
                .update();

        call("adopt").failsWith(1, """
                instar: Flyway has failed in the middle of 'V4__broken.sql', as its table 'flyway_schema_history' says.
                Let Flyway finish first: take back by hand what was made of it, run 'flyway repair' and 'flyway migrate',\
                 and then 'instar adopt' again.
                """);
    }

    @Test
    void aRepeatableMigrationIsARevisionBehindTheOthers() throws IOException {
        write(old, "R__report.sql", "CREATE OR REPLACE VIEW report AS SELECT name FROM customer;");
        write(folder, "4_report.sql", "CREATE VIEW report AS SELECT name FROM customer;");
        flyway().migrate();

        assertThat(call("adopt").succeeds().results()).contains("The schema is that of '4'.");
    }

    @Test
    void aBaselineStandsForAllThatCameBeforeIt() {
        database.client().sql("DROP TABLE flyway_schema_history").update();
        Flyway.configure()
                .configuration(flyway().getConfiguration())
                .table("versions")
                .baselineVersion("3")
                .load()
                .baseline();

        CommandLineCall adopted = call("adopt", "--spring.flyway.table=versions");

        assertThat(adopted.messages()).isEqualTo("versions: Flyway is at version '3'.\n");
        assertThat(adopted.succeeds().results()).contains("The schema is that of '3'.");
    }

    @Test
    void withoutAdoptingNothingIsRunTwice() {
        CommandLineCall failed = call("upgrade");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.messages()).contains("relation \"customer\" already exists");
        assertThat(call("adopt").succeeds().results()).contains("The schema is that of '3'.");
    }

    @Test
    void aFolderIsForOneOfThem() {
        CommandLineCall asked = call("check", "--files", "--instar.locations=file:" + old);
        assertThat(asked.exitCode()).isEqualTo(3);
        assertThat(asked.results()).contains("V1__customers.sql", "V2__emails.sql");
        assertThat(Flyway.configure()
                        .configuration(flyway().getConfiguration())
                        .locations("filesystem:" + folder)
                        .load()
                        .migrate()
                        .migrationsExecuted)
                .isZero();
    }

    @Test
    void whereBothAreThereFlywayComesFirst() throws IOException {
        call("adopt").succeeds();
        write(old, "V4__orders.sql", "CREATE TABLE orders (id int PRIMARY KEY);");
        write(folder, "4_bills.sql", "CREATE TABLE bills (id int REFERENCES orders);");

        SpringApplication service = new SpringApplication(ServiceWithBoth.class);
        service.setWebApplicationType(WebApplicationType.NONE);
        service.setDefaultProperties(Map.of("spring.flyway.locations", "filesystem:" + old));
        service.run(arguments().toArray(String[]::new)).close();

        assertThat(database.client()
                        .sql("SELECT count(*) FROM flyway_schema_history WHERE version = '4'")
                        .query(Integer.class)
                        .single())
                .isOne();
        call("current").prints("4  Bills (head)\n");
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + old)
                .load();
    }

    private CommandLineCall call(String... words) {
        List<String> arguments = arguments();
        arguments.add(0, "instar");
        arguments.addAll(List.of(words));
        return CommandLineCall.start(ServiceWithBoth.class, arguments.toArray(String[]::new));
    }

    private List<String> arguments() {
        return new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--instar.locations=file:" + folder));
    }

    private static void recorded(String output) throws IOException {
        String text = output.replaceAll("\\d+ ms", "12 ms");
        if (Boolean.getBoolean("record.output")) {
            Files.writeString(OUTPUT, text.strip() + "\n");
        }
        assertThat(text.strip()).isEqualTo(Files.readString(OUTPUT).strip());
    }

    private static void write(Path folder, String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        InstarAutoConfiguration.class
    })
    static class ServiceWithBoth {}
}
