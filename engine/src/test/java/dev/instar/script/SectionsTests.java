package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.instar.revision.Checksum;
import dev.instar.revision.Direction;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionsTests {

    @TempDir
    Path folder;

    @Test
    void checksStandBesideUpgradeAndDowngrade() {
        RevisionFolder revisions = folder().write("001_first.sql", """
                -- @require the table is empty
                SELECT count(*) = 0 FROM a;
                -- @upgrade
                DROP TABLE a;
                -- @downgrade
                CREATE TABLE a ();
                -- @ensure the table is gone
                SELECT to_regclass('a') IS NULL
                """);

        Script script = revisions.script("001");

        assertThat(script.required())
                .extracting(
                        Check::text,
                        check -> check.query().text(),
                        check -> check.query().origin().line())
                .containsExactly(tuple("the table is empty", "SELECT count(*) = 0 FROM a", 2));
        assertThat(script.ensured()).extracting(check -> check.origin().line()).containsExactly(7);
        assertThat(script.downgradeSql()).isEqualTo("CREATE TABLE a ();");
        assertThat(revisions.statements("001", Direction.UPGRADE))
                .extracting(ScriptStatement::text)
                .containsExactly("DROP TABLE a");
        assertThat(revisions.statements("001", Direction.DOWNGRADE))
                .extracting(ScriptStatement::text)
                .containsExactly("CREATE TABLE a ()");
    }

    @Test
    void whatTheUpgradeSetsDoesNotHoldForTheDowngrade() {
        folder().write(
                        "001_first.sql",
                        "SET standard_conforming_strings = off;\n-- @downgrade\nSELECT 'C:\\';\nSELECT 'D:\\';");

        assertThat(folder().statements("001", Direction.DOWNGRADE))
                .extracting(ScriptStatement::text)
                .containsExactly("SELECT 'C:\\'", "SELECT 'D:\\'");
    }

    @Test
    void aDowngradeIsNoDataWhoseEndSomebodyForgot() {
        String copy = "COPY notes (text) FROM stdin;\nfirst\n";
        folder().write("001_ended.sql", copy + "-- @downgrade\n\\.\n-- @downgrade\nDELETE FROM notes;");
        assertThat(folder().script("001").downgradeSql()).isEqualTo("DELETE FROM notes;");

        folder().write("002_endless.sql", copy + "-- @downgrade\nDELETE FROM notes;\n");
        assertThat(folder().problems())
                .containsExactly("'-- @downgrade' stands in the data of a COPY that nothing ends (002_endless.sql:3)."
                        + " End the data with '\\.' on a line of its own.");
    }

    @Test
    void whatADowngradeAboveItSetsDoesNotHoldForTheUpgrade() {
        folder().write(
                        "001_first.sql",
                        "-- @downgrade\nSET standard_conforming_strings = off;\n-- @upgrade\nSELECT 'C:\\';\nSELECT 'D:\\';");

        assertThat(folder().statements("001", Direction.UPGRADE))
                .extracting(ScriptStatement::text)
                .containsExactly("SELECT 'C:\\'", "SELECT 'D:\\'");
    }

    @Test
    void whatTheDowngradeSetsHoldsBelowADirectiveToo() {
        folder().write(
                        "001_first.sql",
                        "SELECT 1;\n-- @downgrade\nSET standard_conforming_strings = off;\n-- @timeout 5s\nSELECT 'it\\'s';\nSELECT 2;");

        assertThat(folder().statements("001", Direction.DOWNGRADE))
                .extracting(ScriptStatement::text)
                .containsExactly("SET standard_conforming_strings = off", "SELECT 'it\\'s'", "SELECT 2");
    }

    @Test
    void checksDoNotCountForTheChecksum() {
        Checksum bare = folder().write("001_first.sql", "-- @upgrade\nSELECT 1;")
                .script("001")
                .revision()
                .checksum();

        assertThat(folder().write("001_first.sql", "-- @require always\nSELECT true;\n-- @upgrade\nSELECT 1;")
                        .script("001")
                        .revision()
                        .checksum())
                .isEqualTo(bare);
    }

    @Test
    void aCheckIsOneQuery() {
        folder().write("001_first.sql", """
                -- @require nothing said here
                -- @require
                SELECT true;
                -- @require two
                SELECT true;
                CREATE TABLE a ();
                -- @ensure no query
                DROP TABLE a;
                -- @ensure in time
                -- @timeout 5s
                SELECT true;
                """);

        assertThat(folder().problems())
                .containsExactly(
                        "'-- @require' has no query (001_first.sql:1). Write one SELECT below it that returns true.",
                        "'-- @require' does not say in words what must be true (001_first.sql:2)."
                                + " Write it behind the directive; the message of a failure will say it.",
                        "'-- @require' has more than one statement (001_first.sql:6)."
                                + " It wants one query; begin the upgrade below it with '-- @upgrade'.",
                        "'-- @ensure' wants a query, and this is none (001_first.sql:8)."
                                + " Write one SELECT that returns true; begin the upgrade below it with '-- @upgrade'.",
                        "The query of '-- @ensure' has a directive of its own (001_first.sql:11)."
                                + " Take it out: directives are for the statements of the upgrade and the downgrade.");
    }

    @Test
    void sectionsStandOnceAndAlone() {
        folder().write("001_first.sql", """
                SELECT 1;
                -- @upgrade now
                SELECT 2;
                -- @upgrade
                -- @downgrade
                """).write("002_second.sql", "SELECT 1;\n-- @upgrade");

        assertThat(folder().problems())
                .containsExactly(
                        "Statements stand above '-- @upgrade' (001_first.sql:2)."
                                + " Move the line above them, or take it out: without it the whole file is the upgrade.",
                        "'-- @upgrade' stands twice in the file (001_first.sql:4). Keep one of the lines.",
                        "Statements stand above '-- @upgrade' (002_second.sql:2)."
                                + " Move the line above them, or take it out: without it the whole file is the upgrade.");
    }

    @Test
    void aSectionThatWouldBePassedOverAsACommentIsRefused() {
        folder().write("001_behind.sql", "CREATE TABLE a (); -- @downgrade\nDROP TABLE a;")
                .write("002_blank.sql", "CREATE TABLE a ();\n-- @ downgrade \nDROP TABLE a;")
                .write("003_dash.sql", "CREATE TABLE a ();\n/* a */ ---@downgrade\nDROP TABLE a;")
                .write("004_single.sql", "VACUUM a -- @no-transaction\n;");

        assertThat(folder().problems())
                .containsExactly(
                        "'-- @downgrade' looks like a directive and is a comment (001_behind.sql:1)."
                                + " Write '-- @downgrade' on a line of its own.",
                        "'-- @ downgrade' looks like a directive and is a comment (002_blank.sql:2)."
                                + " Write '-- @downgrade' on a line of its own.",
                        "'---@downgrade' looks like a directive and is a comment (003_dash.sql:2)."
                                + " Write '-- @downgrade' on a line of its own.",
                        "'-- @no-transaction' looks like a directive and is a comment (004_single.sql:1)."
                                + " Write '-- @no-transaction' on a line of its own.");
    }

    @Test
    void aDirectiveMayHaveTheBlanksOfAWordProcessor() {
        folder().write("001_seed.sql", "--\u00A0@environments dev\nINSERT INTO a VALUES (1);");

        assertThat(folder().script("001").isSkipped()).isTrue();
    }

    @Test
    void commentsMaySpeakOfDirectives() {
        folder().write("001_first.sql", """
                CREATE TABLE a (
                    b int, -- @deprecated
                    c int -- @message of the day
                ); -- @downgrade drops it
                -- see -- @downgrade
                """);

        assertThat(folder().statements("001", Direction.UPGRADE)).hasSize(1);
    }

    @Test
    void irreversibleGivesTheReasonInPlaceOfADowngrade() {
        folder().write("001_first.sql", "-- @irreversible drops the raw import\nDROP TABLE a;");

        assertThat(folder().script("001").irreversible()).isEqualTo("drops the raw import");
        assertThat(folder().script("001").revision().reversible()).isFalse();

        folder().write("001_first.sql", "DROP TABLE a;\n-- @irreversible really\n-- @downgrade\nCREATE TABLE a ();");
        assertThat(folder().problems())
                .containsExactly("'-- @irreversible' contradicts the downgrade in the same file (001_first.sql:2)."
                        + " Take one of them out.");
    }

    @Test
    void environmentsLimitARevision() {
        folder().write("001_seed.sql", "-- @environments dev, test\nINSERT INTO a VALUES (1);");

        assertThat(folder().script("001").isSkipped()).isTrue();
        assertThat(folder().script("001").revision().reversible()).isTrue();
        assertThat(folder().with(RevisionOptions.NONE.withEnvironments("prod"))
                        .script("001")
                        .isSkipped())
                .isTrue();
        assertThat(folder().with(RevisionOptions.NONE.withEnvironments("cloud", "test"))
                        .script("001")
                        .isSkipped())
                .isFalse();
    }

    @Test
    void noneOfVeryManyStatementsIsLost() {
        int tables = 131_072;
        folder().write("001_dump.sql", "COPY t FROM stdin;\n\\.\n".repeat(tables) + "ANALYZE;");

        assertThat(folder().statements("001", Direction.UPGRADE)).hasSize(tables + 1);
    }

    private RevisionFolder folder() {
        return new RevisionFolder(folder);
    }
}
