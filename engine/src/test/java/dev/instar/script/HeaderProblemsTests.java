package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderProblemsTests {

    private static final String ESCAPE = "\u001B";

    @TempDir
    Path folder;

    @Test
    void refusesFilesThatBeginWithTheSameNumber() {
        folder().write("1_a.sql", "SELECT 1;")
                .write("01_c.sql", "SELECT 1;")
                .write("001_b.sql", "SELECT 1;")
                .write("002_d.sql", "SELECT 1;")
                .write("more/001_other_folder.sql", "-- @revision x\n-- @revises base\nSELECT 1;");

        assertThat(folder().problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("001_b.sql'", "01_c.sql' and", "1_a.sql' begin with the same number.")
                .endsWith("Give each file of the folder a number of its own.");
    }

    @Test
    void listsTheKnownDirectivesOnce() {
        folder().write("001_a.sql", "-- @aaaaaaaaaa\n-- @bbbbbbbbbb\nSELECT 1;").write("002_b.sql", "-- @cccccccccc\n");

        assertThat(folder().problems())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Known are '@revision', '@revises'"),
                        second -> assertThat(second)
                                .isEqualTo("There is no directive '-- @bbbbbbbbbb' (001_a.sql:2)."
                                        + " What is known is listed with the first of its kind."),
                        third -> assertThat(third).contains("(002_b.sql:1). What is known is listed"));
    }

    @Test
    void reportsOneProblemForOneIllegalId() {
        folder().write("x.sql", "-- @revision a-b\n-- @revises base").write("y.sql", "-- @revision\n-- @revises base");

        assertThat(folder().problems())
                .containsExactly(
                        "The id 'a-b' contains '-' (x.sql:1). Use up to 64 letters, digits, '_' and '.', and none of the words 'head', 'heads', 'base' and 'current'.",
                        "'-- @revision' says nothing (y.sql:1). Write its value behind it, or take the line out.");
    }

    @Test
    void refusesListsOfNothing() {
        folder().write("x.sql", "-- @revision x\n-- @revises ,\n-- @environments ,\n-- @depends-on , ,");

        assertThat(folder().problems())
                .containsExactly(
                        "'-- @revises ,' names nothing (x.sql:2). Write its value behind it, or take the line out.",
                        "'-- @depends-on , ,' names nothing (x.sql:4). Write its value behind it, or take the line out.",
                        "'-- @environments ,' names nothing (x.sql:3). Write its value behind it, or take the line out.");
    }

    @Test
    void refusesExpressionsInPlaceOfEnvironments() {
        folder().write("001_a.sql", "-- @environments dev, !prod\nSELECT 1;")
                .write("002_b.sql", "-- @environments dev|test");

        assertThat(folder().problems())
                .containsExactly(
                        "'!prod' is no name of an environment (001_a.sql:1)."
                                + " List the environments that the revision is for; nothing is negated or combined there.",
                        "'dev|test' is no name of an environment (002_b.sql:1)."
                                + " List the environments that the revision is for; nothing is negated or combined there.");
    }

    @Test
    void refusesControlCharactersAndDoesNotShowThem() {
        folder().write("001_a.sql", "-- @message red " + ESCAPE + "[31m\n-- @labe" + ESCAPE + "l x\n\nSELECT 1;");

        assertThat(folder().problems())
                .containsExactly(
                        "'-- @message' contains a control character (001_a.sql:1)."
                                + " Take it out; it would be shown wherever the text is.",
                        "'-- @label' contains a control character (001_a.sql:2)."
                                + " Take it out; it would be shown wherever the text is.");
    }

    @Test
    void refusesAMessageThatFillsTheScreen() {
        folder().write("001_a.sql", "-- @message " + "é".repeat(200) + "\nSELECT 1;");
        assertThat(folder().read().graph().size()).isOne();

        folder().write("001_a.sql", "-- @message " + "é".repeat(201) + "\nSELECT 1;");
        assertThat(folder().problems())
                .containsExactly("The message of the revision is longer than 200 characters (001_a.sql:1)."
                        + " Say in a few words what the revision does; the rest goes into a comment.");
    }

    @Test
    void refusesHeaderLinesBelowTheFirstStatement() {
        folder().write("x.sql", "-- @revision x\nSELECT 1;\n-- @revises base\n-- @message Late");

        assertThat(folder().problems())
                .containsExactly(
                        "'-- @revises' stands below the first statement (x.sql:3). Move it to the top.",
                        "'-- @message' stands below the first statement (x.sql:4). Move it to the top.");
    }

    @Test
    void allowsSavepoints() {
        folder().write("001_a.sql", "SAVEPOINT a; SELECT 1; ROLLBACK TO SAVEPOINT a; RELEASE a;");

        assertThat(folder().read().graph().size()).isOne();
    }

    private RevisionFolder folder() {
        return new RevisionFolder(folder);
    }
}
