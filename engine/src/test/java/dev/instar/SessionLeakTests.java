package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.history.HistoryElsewhereException;
import dev.instar.revision.expression.Target;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What a revision does to its session stays with that revision. */
class SessionLeakTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aDumpThatEmptiesTheSearchPathIsRecordedAndTheNextRevisionFindsItsNames() throws IOException {
        write("001_dump.sql", """
                SELECT pg_catalog.set_config('search_path', '', false);
                SET standard_conforming_strings = off;
                CREATE TABLE public.a (id int);
                """);
        write("002_next.sql", "CREATE TABLE b (path text DEFAULT 'c:\\dir');");

        upgrade();

        assertThat(tables("public")).containsExactly("a", "b", "migration_history", "migration_journal");
        assertThat(text("SELECT column_default FROM information_schema.columns WHERE table_name = 'b'"))
                .isEqualTo("'c:\\dir'::text");
    }

    @Test
    void aRoleIsGivenBackBeforeTheHistoryIsWritten() throws IOException {
        database.client().sql("CREATE ROLE nobody_" + database.name()).update();
        database.client()
                .sql("GRANT ALL ON SCHEMA public TO nobody_" + database.name())
                .update();
        write("001_as_nobody.sql", "SET ROLE nobody_%s;\nCREATE TABLE a (id int);".formatted(database.name()));
        write("002_as_ourselves.sql", "CREATE TABLE b (id int);");

        upgrade();

        assertThat(text("SELECT tableowner FROM pg_tables WHERE tablename = 'a'"))
                .startsWith("nobody_");
        assertThat(text("SELECT tableowner FROM pg_tables WHERE tablename = 'b'"))
                .isEqualTo("postgres");
        assertThat(text("SELECT string_agg(DISTINCT applied_by, ',') FROM migration_history"))
                .isEqualTo("postgres");
    }

    @Test
    void settingsTemporaryTablesAndLocksEndWithTheirRevision() throws IOException {
        write("001_leaks.sql", """
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE child (id int REFERENCES parent);
                SET session_replication_role = replica;
                CREATE TEMP TABLE scratch (id int);
                SELECT pg_advisory_unlock_all();
                SET statement_timeout = '200ms';
                """);
        write("002_orphan.sql", "SELECT pg_sleep(0.3);\nINSERT INTO child VALUES (1);");

        assertThatThrownBy(this::upgrade)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("violates foreign key constraint");

        write("002_orphan.sql", "SELECT * FROM scratch;");
        assertThatThrownBy(this::upgrade).hasMessageContaining("\"scratch\" does not exist");
    }

    @Test
    void aTemporaryTableHidesNoTableFromTheNextRevision() throws IOException {
        database.client().sql("CREATE TABLE beside (id int)").update();
        write("001_scratch.sql", "CREATE TEMP TABLE scratch (id int);\nINSERT INTO scratch VALUES (1);");
        write("002_table.sql", "CREATE TABLE scratch (id int);\nINSERT INTO scratch VALUES (2);");

        upgrade();

        assertThat(text("SELECT string_agg(id::text, ',') FROM scratch")).isEqualTo("2");
    }

    @Test
    void temporaryTablesEndWithRevisionsOfDefinitionsAlone() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\nCREATE TEMP TABLE b (id int);");
        write("002_second.sql", "CREATE TABLE b (id int);");
        write("003_third.sql", "ALTER TABLE b ADD COLUMN name text;\nINSERT INTO b VALUES (1, 'x');");

        upgrade();

        assertThat(text("SELECT name FROM b")).isEqualTo("x");
    }

    @Test
    void aRoleLastsBehindAStatementThatRunsAlone() throws IOException {
        String nobody = "nobody_" + database.name();
        database.client().sql("CREATE ROLE " + nobody).update();
        database.client().sql("GRANT ALL ON SCHEMA public TO " + nobody).update();
        String begins =
                "SET ROLE %s;\nCREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY i ON a (id);\n".formatted(nobody);
        write("001_as_nobody.sql", begins + "CREATE TABLE b (id int);\nVACUUM a;\nSELECT 1 / 0;");

        assertThatThrownBy(this::upgrade).hasMessageContaining("division by zero");
        assertThat(text("SELECT event FROM migration_journal ORDER BY id DESC LIMIT 1"))
                .isEqualTo("failed");

        write("001_as_nobody.sql", begins + "CREATE TABLE b (id int);\nVACUUM a;\nCREATE TABLE c (id int);");
        upgrade();

        assertThat(text("SELECT string_agg(tablename || ' ' || tableowner, ', ' ORDER BY tablename) FROM pg_tables"
                        + " WHERE tablename IN ('a', 'b', 'c')"))
                .isEqualTo("a %1$s, b %1$s, c %1$s".formatted(nobody));
        assertThat(text("SELECT string_agg(DISTINCT applied_by, ',') FROM migration_history"))
                .isEqualTo("postgres");
    }

    @Test
    void namesOfStatementsAndCursorsEndWithTheirRevision() throws IOException {
        String named = "PREPARE p AS SELECT 1;\nDECLARE c CURSOR WITH HOLD FOR SELECT 1;\nEXECUTE p;";
        write("001_first.sql", named);
        write("002_second.sql", named);

        upgrade();

        assertThat(text("SELECT count(*)::text FROM migration_history")).isEqualTo("2");
    }

    @Test
    void rowsThatNobodyWantsAreComputedAndThrownAway() throws IOException {
        write("001_many.sql", "CREATE SEQUENCE s;\nSELECT nextval('s') FROM generate_series(1, 100000);");

        upgrade();

        assertThat(text("SELECT last_value::text FROM s")).isEqualTo("100000");
    }

    @Test
    void checksMayUseOperatorsWithQuestionMarks() throws IOException {
        write(
                "001_json.sql",
                "-- @require json works\nSELECT '{\"a\": 1}'::jsonb ? 'a';\n-- @upgrade\nCREATE TABLE a ();");

        upgrade();

        assertThat(tables("public")).contains("a");
    }

    @Test
    void theHistoryOfAnotherServiceOnTheSearchPathIsNotOurs() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);");
        upgrade();
        database.client().sql("CREATE SCHEMA second").update();
        PGSimpleDataSource second = (PGSimpleDataSource) database.dataSource();
        second.setCurrentSchema("second,public");
        Instar beside = new Instar(second, settings());

        assertThat(beside.status().position().applied()).isEmpty();
        assertThatThrownBy(() -> beside.upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(HistoryElsewhereException.class)
                .hasMessage("The table 'migration_history' is in the schema 'public', but new tables would go to the"
                        + " schema 'second'. Say which of them is meant with 'instar.schema'; the search path or a new"
                        + " schema of the user's name may have changed.");
        assertThat(tables("second")).isEmpty();
    }

    @Test
    void aFailureInsideABlockSaysWhere() throws IOException {
        write("001_copy.sql", "CREATE TABLE a (id int);\nCOPY a FROM STDIN;\n1\nx\n\\.\n");

        assertThatThrownBy(this::upgrade).hasMessageContaining("Context: COPY a, line 2, column id: \"x\"");
    }

    private void upgrade() {
        new Instar(database.dataSource(), settings()).upgrade(Target.HEADS, Trigger.STARTUP);
    }

    private InstarSettings settings() {
        return InstarSettings.DEFAULT.withLocations("file:" + folder);
    }

    private String text(String sql) {
        return database.client().sql(sql).query(String.class).single();
    }

    private List<String> tables(String schema) {
        return database.client()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = ? ORDER BY 1")
                .param(schema)
                .query(String.class)
                .list();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
