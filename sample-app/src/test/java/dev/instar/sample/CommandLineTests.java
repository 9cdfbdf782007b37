package dev.instar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instar.boot.command.CommandLineCall;
import dev.instar.test.ClonedDatabase;
import dev.instar.test.MigratedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's whole history, through the commands, with its results held against each other. */
@MigratedDatabase
class CommandLineTests {

    @TempDir
    private Path folder;

    private EmptyDatabase database;
    private EmptyDatabase other;

    @BeforeEach
    void createDatabases(ClonedDatabase server) {
        database = EmptyDatabase.create(server, "online");
        other = EmptyDatabase.create(server, "offline");
    }

    @Test
    void scriptsForPsqlLeaveWhatTheCommandsLeave() throws Exception {
        assumeTrue(EmptyDatabase.isPsqlInstalled(), "psql is not installed");

        call("upgrade", "head");
        psql(call("upgrade", "head", "--sql"));
        assertThat(other.catalog()).isEqualTo(database.catalog());
        assertThat(other.history()).hasSize(6).isEqualTo(database.history());

        call("downgrade", "001");
        psql(call("downgrade", "head:001", "--sql"));
        assertThat(other.catalog()).isEqualTo(database.catalog());
        assertThat(other.history()).isEqualTo(database.history());

        call("upgrade", "e26f");
        psql(call("upgrade", "001:e26f", "--sql"));
        assertThat(other.catalog()).isEqualTo(database.catalog());
        assertThat(other.history()).isEqualTo(database.history());

        call("downgrade", "base");
        psql(call("downgrade", "e26f:base", "--sql"));
        assertThat(other.catalog()).isEqualTo(database.catalog());
        assertThat(other.history()).isEqualTo(database.history());
    }

    @Test
    void upDownAndUpAgainLeavesWhatUpLeaves() {
        call("upgrade", "head");
        call("downgrade", "base");
        call("upgrade", "head");
        call("upgrade", "head", "--spring.datasource.url=" + other.url());

        assertThat(database.catalog()).isEqualTo(other.catalog());
        assertThat(database.history()).isEqualTo(other.history());
    }

    @Test
    void aDatabaseThatIsAdoptedGetsTheHistoryThatItLost() {
        call("upgrade", "head");
        List<String> history = database.history();
        database.forgetHistory();

        assertThat(call("adopt").results()).contains("The schema is that of 'd94c2b10'.");

        assertThat(database.history()).isEqualTo(history);
    }

    private void psql(CommandLineCall script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("all.sql"), script.results());
        assertThat(other.psql(file)).isEmpty();
    }

    private CommandLineCall call(String... words) {
        List<String> arguments = new ArrayList<>(List.of(
                "instar",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username()));
        arguments.addAll(List.of(words));
        return CommandLineCall.start(SampleApplication.class, arguments.toArray(String[]::new))
                .succeeds();
    }
}
