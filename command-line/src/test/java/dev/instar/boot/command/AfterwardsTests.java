package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for the day after: what happened, and how to go on. */
class AfterwardsTests {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void writeRevisions() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;");
        write("002_second.sql", "CREATE TABLE b (id int);\n-- @downgrade\nDROP TABLE b;");
    }

    @Test
    void theJournalTellsWhoDidWhatAndHowItEnded() throws IOException {
        assertThat(call("journal").prints("").messages()).isEqualTo("Nothing was done to this database yet.\n");
        call("upgrade", "--instar.application.version=1.2").succeeds();
        call("stamp", "001").succeeds();
        write("003_third.sql", "-- @revises 001\nSELECT 1 / 0;");
        assertThat(call("upgrade", "003").exitCode()).isEqualTo(1);

        assertThat(call("journal").succeeds().results().replaceAll(" \\d+ ms +", " N ms  "))
                .matches("""
                failed     TIME  command  application      N ms  was at 003
                  The upgrade of revision '003' \\(Third\\) failed at .*/003_third.sql:2\\. SQLSTATE 22012\\.
                succeeded  TIME  command  application      N ms  unstamped 002
                succeeded  TIME  command  application 1.2  N ms  applied 001, 002
                """.replace("TIME", TIME));
        assertThat(call("journal", "-n", "1", "--json").succeeds().results())
                .startsWith("[{\"id\":\"")
                .contains("\"trigger\":\"COMMAND\",\"by\":\"application\",\"startedAt\":\"")
                .contains(
                        "\"state\":\"FAILED\",\"planned\":1,\"steps\":[],\"revision\":\"003\",\"failure\":\"The upgrade");
        assertThat(call("journal", "-v").succeeds().results()).containsPattern("\n  " + TIME + "  applied 002\n");
    }

    @Test
    void aJournalThatSomebodyEditedIsNotIntact() {
        call("journal", "--verify").prints("The journal is intact: 0 lines.\n");
        call("upgrade").succeeds();
        call("journal", "--verify").prints("The journal is intact: 7 lines.\n");
        database.client()
                .sql("UPDATE migration_journal SET by_whom = 'nobody' WHERE id = 3")
                .update();

        CommandLineCall verify = call("journal", "--verify");
        assertThat(verify.results())
                .isEqualTo(
                        "The journal was changed by hand: of its 7 lines, line '3' does not fit to the one before.\n");
        assertThat(verify.exitCode()).isEqualTo(3);
        CommandLineCall json = call("journal", "--verify", "--json");
        assertThat(json.results()).isEqualTo("{\"lines\":7,\"intact\":false,\"broken\":[3]}\n");
        assertThat(json.exitCode()).isEqualTo(3);
    }

    @Test
    void whatNoFileExplainsIsUndoneFromTheHistory() throws IOException {
        call("upgrade").succeeds();
        Files.delete(folder.resolve("002_second.sql"));

        CommandLineCall refused = call("downgrade", "001");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.messages()).endsWith("""
                        instar: Revision '002' (Second) is applied, and no file explains it.
                        Downgrade with the build that has it, or say '--from-history' to undo it as the history remembers it.
                        """);
        assertThat(call("downgrade", "001", "--from-history").succeeds().messages())
                .containsPattern("- 002  Second  \\(\\d+ ms\\)\n$");
        call("current").prints("001  First (head)\n");
        assertThat(tables()).isEqualTo("a");
        call("downgrade", "001", "--from-history").prints("Nothing to do: the database is at '001'.\n");
    }

    @Test
    void whatNobodyKnowsTheOutcomeOfIsDecidedByAHuman() throws IOException {
        write(
                "003_third.sql",
                "-- @no-transaction\nSELECT pg_terminate_backend(pg_backend_pid());\nCREATE TABLE c ();");
        assertThat(call("upgrade").messages()).contains("run 'instar resume --done'");

        assertThat(call("status").succeeds().results()).contains("half done  003\n");
        call("resume", "002", "--done").failsWith(2, """
                        instar: Revision '002' is not half done.
                        Half done is '003'.
                        """);
        call("resume", "003").failsWith(2, """
                        instar: A decision is one of '--done', '--again' and '--undone'.
                        Look whether the statement has taken effect, and say which it is.
                        """);
        call("resume", "003", "--done").prints("Recorded for 003: the interrupted statement has taken effect.\n");
        call("upgrade").succeeds();
        assertThat(tables()).isEqualTo("a, b, c");
        assertThat(call("journal").succeeds().results()).contains("decided done: 003\n");
        call("resume", "--done").failsWith(2, """
                        instar: No revision is half done.
                        There is nothing to decide.
                        """);
    }

    @Test
    void whatIsHalfUndoneIsNotUpToDate() throws IOException {
        write("002_second.sql", "CREATE TABLE b (id int);\n-- @downgrade\nVACUUM b;\nSELECT 1 / 0;");
        call("upgrade").succeeds();
        assertThat(call("downgrade", "001").exitCode()).isEqualTo(1);

        String what = "The downgrade of revision '002' was begun and has not come to its end.";
        String remedy =
                "Bring that to an end first, with 'instar downgrade' to a target below '002'; or undo by hand what it has done, and run 'instar resume 002 --undone'.";
        CommandLineCall check = call("check", "--no-entities");
        assertThat(check.results()).isEqualTo(what + " " + remedy + "\n");
        assertThat(check.exitCode()).isEqualTo(3);
        CommandLineCall current = call("current", "--check");
        assertThat(current.results()).isEqualTo("002  Second (head)\n");
        assertThat(current.messages()).endsWith("instar: " + what + "\n" + remedy + "\n");
        assertThat(current.exitCode()).isEqualTo(3);

        Files.delete(folder.resolve("002_second.sql"));
        call("current", "--check").succeeds();
    }

    private CommandLineCall call(String... words) {
        return CommandLineCall.of(CommandsTests.Application.class, database, folder, words);
    }

    private String tables() {
        return database.client()
                .sql("SELECT string_agg(tablename, ', ' ORDER BY tablename) FROM pg_tables"
                        + " WHERE schemaname = 'public' AND tablename NOT LIKE 'migration%'")
                .query(String.class)
                .single();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
