package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.revision.Checksum;
import dev.instar.revision.Direction;
import dev.instar.sql.StatementKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholderTests {

    private static final RevisionOptions SCHEMA = RevisionOptions.NONE.withPlaceholders(Map.of("schema", "shop"));

    @TempDir
    Path folder;

    @Test
    void areReplacedInStatementsChecksAndDowngrade() {
        folder().write("001_first.sql", """
                -- @require it is there: ${schema}
                SELECT '${schema}' = 'shop';
                -- @upgrade
                CREATE TABLE ${schema}.a (text text DEFAULT '$${schema}');
                -- @downgrade
                DROP TABLE ${schema}.a; -- ${schema}
                """);

        assertThat(folder().script("001").required())
                .extracting(check -> check.query().text())
                .containsExactly("SELECT 'shop' = 'shop'");
        assertThat(folder().script("001").downgradeSql()).isEqualTo("DROP TABLE shop.a; -- ${schema}");
        ScriptStatement create = folder().statements("001", Direction.UPGRADE).get(0);
        assertThat(create.text()).isEqualTo("CREATE TABLE shop.a (text text DEFAULT '${schema}')");
        assertThat(create.written()).isEqualTo("CREATE TABLE ${schema}.a (text text DEFAULT '$${schema}')");
        assertThat(create.positionOf("CREATE TABLE shop.a (".length() + 1).column())
                .isEqualTo("CREATE TABLE ${schema}.a (".length() + 1);
    }

    @Test
    void areLeftAloneInDollarQuotesUnlessAsked() {
        String body = "DO $$ BEGIN PERFORM '${schema}'; END $$;";
        folder().write("001_first.sql", body)
                .write("002_second.sql", "-- @placeholders everywhere\n" + body)
                .write("003_third.sql", "-- @placeholders nowhere\nSELECT '${anything}';");

        assertThat(sent("001")).contains("'${schema}'");
        assertThat(sent("002")).contains("'shop'");
        assertThat(sent("003")).isEqualTo("SELECT '${anything}'");
    }

    @Test
    void doNotCountForTheChecksum() {
        folder().write("001_first.sql", "CREATE SCHEMA ${schema};");
        Checksum checksum = folder().script("001").revision().checksum();

        assertThat(new RevisionFolder(folder)
                        .with(RevisionOptions.NONE.withPlaceholders(Map.of("schema", "other")))
                        .script("001")
                        .revision()
                        .checksum())
                .isEqualTo(checksum);
    }

    @Test
    void makeOfAStatementWhatTheirValuesSay() {
        RevisionOptions options = RevisionOptions.NONE.withPlaceholders(Map.of("how", "CONCURRENTLY", "end", "COMMIT"));
        folder().write("001_first.sql", "CREATE INDEX ${how} i ON a (b);\nCOPY ${how} FROM stdin;\n\\.\n");

        assertThat(folder().with(options).statements("001", Direction.UPGRADE))
                .extracting(ScriptStatement::kind)
                .containsExactly(StatementKind.CREATE_INDEX_CONCURRENTLY, StatementKind.COPY_FROM_STDIN);

        folder().write("001_first.sql", "CREATE TABLE a (b int);\n${end};");
        assertThat(folder().with(options).problems())
                .singleElement()
                .asString()
                .startsWith(
                        "The statement '${end}' would end the transaction that the revision runs in (001_first.sql:2).");
    }

    @Test
    void areLeftAloneInTheDataOfACopy() {
        String data = "COPY a FROM stdin;\nit's ${schema}\n\\.\nDO $$ BEGIN PERFORM '${schema}'; END $$;\n";
        folder().write("001_first.sql", "SELECT 1;\n-- @downgrade\n" + data + "DROP TABLE ${schema}.a;");

        assertThat(folder().script("001").downgradeSql()).isEqualTo(data + "DROP TABLE shop.a;");
    }

    @Test
    void areReplacedWhereBackslashesEscape() {
        String statements =
                "SET standard_conforming_strings = off;\nSELECT 'don\\'t -- ${schema}', $$it's ${schema}$$;";
        folder().write("001_first.sql", statements + "\n-- @downgrade\n" + statements);
        String sent = "SELECT 'don\\'t -- shop', $$it's ${schema}$$";

        assertThat(folder().statements("001", Direction.UPGRADE).get(1).text()).isEqualTo(sent);
        assertThat(folder().statements("001", Direction.DOWNGRADE).get(1).text())
                .isEqualTo(sent);
        assertThat(folder().script("001").downgradeSql())
                .isEqualTo("SET standard_conforming_strings = off;\n" + sent + ";");
    }

    @Test
    void areAllReportedWhenTheyHaveNoValue() {
        folder().write("001_first.sql", "SELECT 1;\nSELECT '${a}',\n  '${schema}', '${b.c}';")
                .write("002_second.sql", "-- @environments dev\nSELECT '${not needed here}', '${d}';")
                .write("003_third.sql", "SELECT 1;\n-- @downgrade\nSELECT '${e}';");

        assertThat(folder().problems())
                .containsExactly(
                        "The placeholder '${a}' has no value (001_first.sql:2)."
                                + " Set 'instar.placeholders.a', or write '$${a}' if the text is meant as it is.",
                        "The placeholder '${b.c}' has no value (001_first.sql:3)."
                                + " Set 'instar.placeholders.b.c', or write '$${b.c}' if the text is meant as it is.",
                        "The placeholder '${e}' has no value (003_third.sql:3)."
                                + " Set 'instar.placeholders.e', or write '$${e}' if the text is meant as it is.");
    }

    @Test
    void areAskedForAtTheTop() {
        folder().write("001_first.sql", "-- @placeholders sometimes\nSELECT 1;")
                .write("002_second.sql", "SELECT 1;\n-- @placeholders everywhere");

        assertThat(folder().problems())
                .containsExactly(
                        "Placeholders cannot be replaced 'sometimes' (001_first.sql:1). Write '-- @placeholders everywhere'"
                                + " to have them replaced in dollar-quoted bodies too, or '-- @placeholders nowhere'.",
                        "'-- @placeholders' stands below the first statement (002_second.sql:2). Move it to the top.");
    }

    private String sent(String id) {
        return folder().statements(id, Direction.UPGRADE).get(0).text();
    }

    private RevisionFolder folder() {
        return new RevisionFolder(folder).with(SCHEMA);
    }
}
