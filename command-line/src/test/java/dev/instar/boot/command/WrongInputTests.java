package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongInputTests {

    /** Whatever is refused leaves it empty. */
    private static final TestDatabase EMPTY = TestDatabase.create();

    @TempDir
    Path folder;

    private TestDatabase database = EMPTY;

    @BeforeEach
    void writeRevisions() throws IOException {
        write("a.sql", "-- @revision aaaa11\n-- @revises base\nCREATE TABLE a ();\n-- @downgrade\nDROP TABLE a;");
        write("b.sql", "-- @revision aaaa22\n-- @revises aaaa11\nCREATE TABLE b ();\n-- @downgrade\nDROP TABLE b;");
        write("c.sql", "-- @revision cccc\n-- @revises aaaa11\nCREATE TABLE c ();\n-- @downgrade\nDROP TABLE c;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade nowhere",
                "upgrade aaaa",
                "upgrade +99",
                "upgrade -1",
                "upgrade head",
                "upgrade a:b",
                "upgrade nolabel@head",
                "upgrade ''",
                "upgrade --sql cccc:aaaa11",
                "upgrade --sqll",
                "upgrade a b",
                "upgrade head -1",
                "downgrade",
                "downgrade +1",
                "downgrade cccc",
                "downgrade --sql -1",
                "downgrade --sql aaaa11:cccc",
                "plan --down",
                "stamp",
                "stamp ''",
                "stamp +1",
                "stamp heads --purge --sql",
                "stamp nowhere",
                "show ''",
                "show nowhere",
                "show a@b@c",
                "history -r a",
                "history -r cccc:aaaa11",
                "history -r a:b:c",
                "history --dot --json",
                "accept",
                "accept cccc",
                "merge cccc",
                "merge cccc cccc",
                "merge nowhere cccc",
                "revision",
                "revision -m x",
                "revision -m x --head nowhere",
                "revision -m x --head aaaa11",
                "revision -m x --head cccc --source schema.sql",
                "revision -m x --head cccc --rename a:b",
                "check --files --schema app",
                "check --no-entities --extent shape",
                "revision -m x --head cccc --rev-id a-b",
                "revision -m x --head cccc --rev-id head",
                "revision -m x --head cccc --depends-on nowhere",
                "current --database other",
                "downgrade base --from-history --sql",
                "downgrade --from-history",
                "resume",
                "resume --done",
                "resume aaaa11",
                "resume aaaa11 --done",
                "resume aaaa11 --done --again",
                "resume aaaa --again",
                "resume nowhere --undone",
                "resume '' --done",
                "resume a b --done",
                "revision -m '' --head cccc",
                "revision -m x --head cccc --folder ''",
                "revision -m x --head cccc --folder=",
                "revision -m x --head cccc --folder a\0b",
                "diff --source ''",
                "diff --source a\0b",
                "diff --schema ''",
                "current --database ''",
                "upgrade --sql --json",
                "downgrade aaaa11:base --sql --json",
                "show aaaa11 --sql --json",
                "journal -n 0",
                "journal -n -1",
                "journal -n many",
                "journal -n",
                "journal extra",
                "journal --verfy",
                "history --graph --mermaid",
                "show",
                "show a:b",
                "nonsense",
                "upgrad",
                "--nonsense",
                ""
            })
    void isRefusedWithASentenceAndChangesNothing(String line) {
        List<String> before = files();

        CommandLineCall call = call(words(line));

        assertThat(call.exitCode()).as(call.messages()).isEqualTo(2);
        assertThat(call.results()).isEmpty();
        assertThat(call.messages()).isNotBlank().doesNotContain("Exception", "\tat ", "\u2212");
        assertThat(files()).isEqualTo(before);
        assertThat(tables()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision -m x --head cccc --rev-id aaaa11",
                "revision -m x --head cccc --branch-label aaaa11",
                "revision -m x --head base --folder /nowhere/at/all",
                "revision -m x --head cccc --folder /proc/sys/vm",
                "upgrade --instar.locations=file:/nowhere/at/all",
                "upgrade --spring.datasource.url=jdbc:postgresql://localhost:1/none",
            })
    void whatCannotBeDoneFailsWithASentenceAndChangesNothing(String line) {
        List<String> before = files();

        CommandLineCall call = call(words(line));

        assertThat(call.exitCode()).as(call.messages()).isEqualTo(1);
        assertThat(call.results()).isEmpty();
        assertThat(call.messages()).startsWith("instar: ").doesNotContain("Exception:", "\tat ");
        assertThat(files()).isEqualTo(before);
        assertThat(tables()).isZero();
    }

    @Test
    void whatIsRefusedLeavesHistoryAndJournalAsTheyWere() {
        database = TestDatabase.create();
        call("upgrade", "aaaa11").succeeds();
        String before = records();
        for (String line : List.of(
                "downgrade cccc",
                "downgrade aaaa22 --from-history",
                "downgrade nowhere --from-history",
                "downgrade +1",
                "downgrade -9",
                "downgrade nolabel@-1",
                "upgrade cccc+1",
                "upgrade +1",
                "upgrade -1",
                "stamp nowhere",
                "stamp cccc nowhere",
                "accept cccc",
                "resume --again",
                "resume aaaa11 --undone",
                "history -r current:nowhere")) {
            CommandLineCall call = call(words(line));

            assertThat(call.exitCode()).as(line + call.messages()).isEqualTo(2);
            assertThat(call.results()).as(line).isEmpty();
            assertThat(call.messages()).contains("instar: ").doesNotContain("Exception", "\tat ");
        }
        assertThat(records()).isEqualTo(before);
        assertThat(tables()).isEqualTo(3);
    }

    @Test
    void aDowngradeByOneFromTwoHeadsNamesBoth() {
        database = TestDatabase.create();
        call("upgrade").succeeds();

        CommandLineCall call = call("downgrade", "-1");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.messages()).endsWith("""
                instar: '-1' does not say where to start: 2 revisions are current, 'aaaa22' and 'cccc'.
                Name the branch, for example 'aaaa22@-1', or the revision to go to.
                """);
        call("upgrade").prints("Nothing to do: the database is at 'aaaa22' and 'cccc'.\n");
    }

    @Test
    void aMistypedWordIsRecognised() {
        call("upgrad").failsWith(2, """
                        instar: 'instar' does not know 'upgrad'.
                        Did you mean 'upgrade'?
                        """);
        call("upgrade", "--sqll").failsWith(2, """
                        instar: 'instar upgrade' does not know '--sqll'.
                        Did you mean '--sql'?
                        """);
    }

    @Test
    void aWordWithAMinusIsRepeatedAsItWasTyped() throws IOException {
        call("journal", "-n", "-1").failsWith(2, """
                        instar: '-n -1' shows nothing.
                        Give a number above zero.
                        """);
        call("journal", "-n", "many").failsWith(2, """
                        instar: Invalid value for option '--number': 'many' is not a number.
                        'instar journal --help' shows how it is used.
                        """);
        call("upgrade", "head", "-1").failsWith(2, """
                        instar: 'instar upgrade' does not know '-1'.
                        'instar upgrade --help' shows how it is used.
                        """);
        call("history", "-r", "-1:cccc").prints("cccc    C (head)\naaaa11  A (branch point)\n");
        call("revision", "-m", "-1", "--head", "cccc", "--folder", folder.toString())
                .succeeds();
        assertThat(files())
                .anySatisfy(file -> assertThat(Path.of(file)).content().contains("-- @message    -1\n"));
        call(
                        "revision",
                        "-m",
                        "@@Entity",
                        "--head",
                        "cccc",
                        "--splice",
                        "--rev-id",
                        "at",
                        "--folder",
                        folder.toString())
                .succeeds();
        assertThat(files())
                .anySatisfy(file -> assertThat(Path.of(file)).content().contains("-- @message    @@Entity\n"));
    }

    @Test
    void whatAVariableThatIsNotSetLeavesEmptyIsNamed() {
        call("diff", "--schema", "app", "--source", "").failsWith(2, """
                        instar: '--source' is empty.
                        'instar diff --help' shows how it is used.
                        """);
    }

    @Test
    void joinsMoreHeadsThanAMessageCanName() throws IOException {
        for (int branch = 10; branch < 40; branch++) {
            write(branch + ".sql", "-- @revision branch%d\n-- @revises cccc\nSELECT 1;".formatted(branch));
        }

        CommandLineCall merge = call("merge", "--folder", folder.toString()).succeeds();

        assertThat(Path.of(merge.results().strip())).content().contains("-- @message    Merge 31 revisions\n");
    }

    private static String[] words(String line) {
        return line.isEmpty()
                ? new String[0]
                : Stream.of(line.split(" "))
                        .map(word -> word.equals("''") ? "" : word)
                        .toArray(String[]::new);
    }

    private CommandLineCall call(String... words) {
        return CommandLineCall.of(CommandsTests.Application.class, database, folder, words);
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int tables() {
        return database.client()
                .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                .query(Integer.class)
                .single();
    }

    private String records() {
        return database.client().sql("""
                        SELECT (SELECT string_agg(h::text, ' ' ORDER BY id) FROM migration_history h)
                               || (SELECT string_agg(j::text, ' ' ORDER BY id) FROM migration_journal j)
                        """).query(String.class).single();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
