package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instar.Psql;
import dev.instar.TestDatabase;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

class CommandsTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void writeRevisions() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;");
        write("002_second.sql", "-- @label main\nCREATE TABLE b (id int);\n-- @downgrade\nDROP TABLE b;");
    }

    @Test
    void upgradesAndDowngrades() {
        assertThat(call("upgrade", "+1").succeeds().results())
                .matches("Applied 1 revision in \\d+ ms\\. The database is at '001'\\.\n");
        assertThat(call("upgrade").succeeds().messages()).matches("\\+ 002  Second  \\(\\d+ ms\\)\n");
        call("upgrade", "heads").prints("Nothing to do: the database is at '002'.\n");
        assertThat(call("downgrade", "-1", "--json").succeeds().results())
                .matches(
                        "\\{\"run\":\"[0-9a-f-]+\",\"durationMs\":\\d+,\"steps\":\\[\\{\"revision\":\"002\","
                                + "\"message\":\"Second\",\"direction\":\"downgrade\",\"durationMs\":\\d+}],\"current\":\\[\"001\"]}\n");
        assertThat(call("downgrade", "base").succeeds().results()).contains("The database is at the base.");
        assertThat(tables()).containsExactly("migration_history", "migration_journal");
    }

    @Test
    void plansWithoutDoing() {
        call("plan").prints("+ 001  First\n+ 002  Second\n");
        call("plan", "001", "-v").succeeds();
        assertThat(tables()).isEmpty();
        call("upgrade").succeeds();
        call("plan", "--down", "-1").prints("- 002  Second\n");
        call("plan", "--json").prints("{\"steps\":[]}\n");
    }

    @Test
    void showsWhereTheDatabaseIs() {
        assertThat(call("current").prints("").messages()).isEqualTo("Nothing is applied.\n");
        assertThat(call("current", "--check").exitCode()).isEqualTo(3);
        call("status").prints("""
                state    PENDING
                current  base
                heads    002
                applied  0
                pending  2
                unknown  0

                Pending:
                001  First
                002  Second (head, label main)
                """);
        assertThat(tables()).isEmpty();
        call("upgrade").succeeds();
        call("current", "--check").prints("002  Second (head, label main)\n");
        assertThat(call("status", "--json").succeeds().results())
                .startsWith(
                        "{\"state\":\"UP_TO_DATE\",\"current\":[\"002\"],\"heads\":[\"002\"],\"expected\":[\"002\"],\"applied\":2,"
                                + "\"pending\":[],\"unknown\":[],\"edited\":[],\"halfDone\":[],\"lastRun\":{\"id\":");
    }

    @Test
    void asksForNothingBeyondTheTarget() {
        CommandLineCall behind = call("current", "--check", "--instar.target=001");
        assertThat(behind.exitCode()).isEqualTo(3);
        assertThat(behind.messages()).endsWith("""
                instar: The database is not up to date: 1 pending.
                Run 'instar upgrade 001'.
                """);
        assertThat(call("check", "--instar.target=001").results())
                .isEqualTo("The database lacks '001'. Run 'instar upgrade 001' to apply them.\n");

        call("upgrade", "001").succeeds();

        call("current", "--check", "--instar.target=001").prints("001  First\n");
        call("check", "--instar.target=001").prints("Nothing was found.\n");
        call("status", "--instar.target=001").prints("""
                state    UP_TO_DATE
                current  001
                heads    002
                target   001 (leaves 1 revision out)
                applied  1
                pending  0
                unknown  0
                """);
        assertThat(call("status", "--json", "--instar.target=001").succeeds().results())
                .startsWith(
                        "{\"state\":\"UP_TO_DATE\",\"current\":[\"001\"],\"heads\":[\"002\"],\"expected\":[\"001\"],"
                                + "\"applied\":1,\"pending\":[],");
        assertThat(call("current", "--check").exitCode()).isEqualTo(3);
    }

    @Test
    void showsATargetThatIsNotReachedYet() {
        call("status", "--instar.target=main@head").prints("""
                state    PENDING
                current  base
                heads    002
                target   main@head
                applied  0
                pending  2
                unknown  0

                Pending:
                001  First
                002  Second (head, label main)
                """);
    }

    @Test
    void listsAndDrawsTheGraph() throws IOException {
        write("c.sql", "-- @revision c\n-- @revises 001\n-- @message Third <b>\n-- @depends-on 002");
        write("d.sql", "-- @revision d\n-- @revises 002, c\n-- @message Join");

        call("history").prints("""
                d    Join (head, merge)
                c    Third <b>
                002  Second (label main)
                001  First (branch point)
                """);
        call("history", "-r", "002:d").prints("""
                d    Join (head, merge)
                c    Third <b>
                002  Second (label main)
                """);
        call("branches", "--graph").prints("""
                *  d  Join (head, merge)
                |\\
                | *  c  Third <b>
                * |  002  Second (label main)
                |/
                *  001  First (branch point)
                """);
        call("branches").prints("""
                c    Third <b>
                002  Second (label main)
                001  First (branch point)
                """);
        call("heads", "--json")
                .prints("[{\"id\":\"d\",\"message\":\"Join\",\"parents\":[\"002\",\"c\"],\"dependsOn\":[],"
                        + "\"head\":true,\"reversible\":true,\"file\":\"" + folder + "/d.sql\"}]\n");
        call("history", "-r", "001:c", "--mermaid").prints("""
                flowchart BT
                  classDef applied fill:#d6f5d6,stroke:#2e7d32
                  r_c["c<br/>Third #lt;b#gt;"]
                  r_001 --> r_c
                  r_002 -.-> r_c
                  r_002["002<br/>Second"]
                  r_001 --> r_002
                  r_001["001<br/>First"]
                """);
        call("history", "-r", "001:002", "--dot").prints("""
                digraph revisions {
                  rankdir=BT;
                  node [shape=box];
                  "002" [label="002\\nSecond"];
                  "001" -> "002";
                  "001" [label="001\\nFirst"];
                }
                """);
        assertThat(tables()).isEmpty();
    }

    @Test
    void marksWhereTheDatabaseStands() {
        CommandLineCall history = call("history", "-i").prints("002  Second (head, label main)\n001  First\n");
        assertThat(history.messages()).isEqualTo("The database is at the base.\n");
        call("upgrade", "001").succeeds();

        history = call("history", "-i").prints("002  Second (head, label main)\n001  First (current)\n");
        assertThat(history.messages()).isEqualTo("The database is at '001'.\n");
        call("history", "-i", "--graph").prints("*  002  Second (head, label main)\n*  001  First (current)\n");
        call("history").prints("002  Second (head, label main)\n001  First\n");
    }

    @Test
    void showsARevision() {
        call("show", "main", "--sql").prints("""
                revision   002 (head, label main)
                revises    001
                message    Second
                branch     main
                file       %s/002_second.sql:1
                downgrade  yes

                -- @upgrade
                CREATE TABLE b (id int);

                -- @downgrade
                DROP TABLE b;
                """.formatted(folder));
    }

    @Test
    void stampsAndAccepts() throws IOException {
        call("stamp", "heads").prints("+ 001  First\n+ 002  Second\n");
        assertThat(tables()).containsExactly("migration_history", "migration_journal");
        assertThat(call("stamp", "002").prints("").messages()).isEqualTo("The history says so already.\n");
        write("002_second.sql", "-- @label main\nCREATE TABLE c (id int);");
        assertThat(call("check").exitCode()).isEqualTo(3);
        call("accept", "002").prints("Accepted 002.\n");
        call("stamp", "base").prints("- 002  Second\n- 001  First\n");
    }

    @Test
    void checksFilesWithoutADatabase() throws IOException {
        call("check", "--files").prints("Nothing was found.\n");
        write("x.sql", "-- @revision x\n-- @revises 001\n-- @irreversible no way back\nSELECT 1;");

        CommandLineCall check = call("check", "--files", "--json");

        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.results())
                .isEqualTo("[{\"problem\":\"There are 2 heads: '002' and 'x'\","
                        + "\"remedy\":\"Join them with 'instar merge 002 x'.\"}]\n");
    }

    @Test
    void aFileThatCannotBeReadIsFoundByTheCheckToo() throws IOException {
        write("003_third.sql", "-- @requre x\nSELECT 1;");

        CommandLineCall check = call("check", "--files", "--json");

        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.results())
                .isEqualTo("[{\"problem\":\"There is no directive '-- @requre'\",\"file\":\"" + folder
                        + "/003_third.sql\",\"line\":1,\"remedy\":\"Did you mean '@require'?\"}]\n");
        assertThat(check.messages()).isEmpty();
        assertThat(call("check").results())
                .isEqualTo("There is no directive '-- @requre' (%s/003_third.sql:1). Did you mean '@require'?\n"
                        .formatted(folder));
    }

    @Test
    void writesRevisionsAndMergesThatFollow() {
        Path first = Path.of(call("revision", "-m", "Add orders", "--rev-id", "aaaa", "--branch-label", "orders")
                .succeeds()
                .results()
                .strip());
        assertThat(first).content().startsWith("""
                -- @revision   aaaa
                -- @revises    002
                -- @message    Add orders
                -- @label      orders
                """);
        assertThat(call("revision", "-m", "Beside", "--head", "002").exitCode()).isEqualTo(2);
        call("revision", "-m", "Beside", "--head", "002", "--splice", "--rev-id", "bbbb", "--depends-on", "orders@head")
                .succeeds();
        Path merge =
                Path.of(call("merge", "--rev-id", "cccc").succeeds().results().strip());
        assertThat(merge).content().contains("-- @revises    aaaa, bbbb\n-- @message    Merge aaaa and bbbb\n");
        call("heads").prints("cccc  Merge aaaa and bbbb (head, merge)\n");
    }

    @Test
    void anEmptyFolderForNewRevisionsIsNone() {
        Path written = Path.of(call("revision", "-m", "Add orders", "--instar.revisions.folder=")
                .succeeds()
                .results()
                .strip());

        assertThat(written).hasParentRaw(folder);
    }

    @Test
    void whatIsPrintedForPsqlDoesWhatAnUpgradeDoes() throws Exception {
        String script = call("upgrade", "--sql").succeeds().results();
        assertThat(tables()).isEmpty();
        assumeTrue(Psql.isInstalled());

        assertThat(Psql.run(database, script)).isEqualTo("0\n");
        call("current", "--check").prints("002  Second (head, label main)\n");
        assertThat(Psql.run(database, call("downgrade", "002:001", "--sql").results()))
                .isEqualTo("0\n");
        call("current").prints("001  First (branch point)\n".replace(" (branch point)", ""));
        assertThat(Psql.run(database, call("stamp", "001:002", "--sql").results()))
                .isEqualTo("0\n");
        call("current").prints("002  Second (head, label main)\n");
    }

    private CommandLineCall call(String... words) {
        return CommandLineCall.of(Application.class, database, folder, words);
    }

    private List<String> tables() {
        return database.client()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                .query(String.class)
                .list();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, InstarAutoConfiguration.class})
    static class Application {}
}
