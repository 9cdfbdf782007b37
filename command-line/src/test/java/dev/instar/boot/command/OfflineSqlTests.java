package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.Psql;
import dev.instar.State;
import dev.instar.TestDatabase;
import dev.instar.lock.LockType;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunManner;
import dev.instar.run.TransactionScope;
import dev.instar.run.Trigger;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import dev.instar.script.RevisionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineSqlTests {

    @TempDir
    Path folder;

    private final TestDatabase online = TestDatabase.create();
    private final TestDatabase offline = TestDatabase.create();
    private ExecutionSettings execution = ExecutionSettings.DEFAULT;
    private RevisionOptions options = RevisionOptions.NONE.withPlaceholders(Map.of("word", "a \\ word"));

    @BeforeEach
    void writeRevisions() throws IOException {
        write("001_first.sql", """
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE TABLE public.a (id int PRIMARY KEY, text text);
                COPY public.a (id, text) FROM STDIN;
                1\tone
                2\t\\N
                \\.
                -- @downgrade
                DROP TABLE a;
                """);
        write("002_second.sql", """
                -- @message It's \\ second
                -- @require a has rows
                SELECT count(*) > 0 FROM a -- as it should
                ;
                -- @upgrade
                INSERT INTO a VALUES (3, 'semicolon; $$ '), (4, '${word}');
                CREATE FUNCTION f() RETURNS int LANGUAGE sql %s;
                -- @timeout 1m
                CREATE INDEX CONCURRENTLY i ON a (text);
                ALTER TABLE a ADD c int -- no semicolon
                -- @downgrade
                DELETE FROM a WHERE id > 2;
                ALTER TABLE a DROP c;
                DROP INDEX i;
                DROP FUNCTION f;
                """.formatted(
                        TestDatabase.majorVersion() < 14 ? "AS 'SELECT 1; '" : "BEGIN ATOMIC SELECT 1; END"));
        write("003_third.sql", "-- @environments dev\nSELECT 1 / 0;");
    }

    @Test
    void anUpgradeLeavesTheSchemaAndTheHistoryThatTheRunLeaves() throws Exception {
        runOffline(sql().upgrade(TargetRange.parseOrEndingAt("heads")));
        // The index is created inside the revision's transaction there.
        change("002_second.sql", "CONCURRENTLY ");
        instar(online).upgrade(Target.HEADS, Trigger.COMMAND);

        assertThat(history(offline)).hasSize(3);
        assertThat(catalog(offline)).hasSizeGreaterThan(5).isEqualTo(catalog(online));
        assertThat(rows(offline)).hasSize(4).isEqualTo(rows(online));
    }

    @Test
    void aRangeAndADowngradeLeaveWhatTheRunLeaves() throws Exception {
        runOffline(sql().upgrade(TargetRange.parse("base:002")));
        runOffline(sql().upgrade(TargetRange.parse("002:heads")));
        assertThat(instar(offline).status().state()).isEqualTo(State.UP_TO_DATE);

        runOffline(sql().downgrade(TargetRange.parse("heads:001")));
        assertThat(instar(offline).status().position().current()).hasToString("[001]");
        runOffline(sql().upgrade(TargetRange.parse("001:heads")));
        runOffline(sql().downgrade(TargetRange.parse("heads:base")));
        assertThat(catalog(offline)).allMatch(line -> line.startsWith("migration_"));
    }

    @Test
    void aStampChangesTheHistoryAlone() throws Exception {
        runOffline(sql().stamp(List.of(TargetRange.parseOrEndingAt("002"))));

        assertThat(instar(offline).status().position().current()).hasToString("[002]");
        assertThat(catalog(offline)).allMatch(line -> line.startsWith("migration_"));
        instar(online).stamp(List.of(Target.parse("002")), false, Trigger.COMMAND);
        assertThat(history(online)).isEqualTo(history(offline));
    }

    @Test
    void aScriptStopsWhereARunWould() throws Exception {
        write("004_fourth.sql", "-- @revises 003\n-- @require there's nothing\nSELECT count(*) = 0 FROM a;");

        String said = psql(sql().upgrade(TargetRange.parseOrEndingAt("heads")));

        assertThat(said).startsWith("3\n").contains("Not true before the upgrade: there's nothing");
        assertThat(instar(offline).status().position().current()).hasToString("[003]");
        assertThat(psql(sql().upgrade(TargetRange.parse("002:003"))))
                .startsWith("3\n")
                .contains("null value in column");
    }

    @Test
    void whatARevisionSetsEndsWithIt() throws Exception {
        write("004_settings.sql", """
                CREATE SCHEMA other;
                CREATE ROLE "nobody_%1$s";
                GRANT ALL ON SCHEMA public TO "nobody_%1$s";
                SET SCHEMA 'other';
                SET TIME ZONE 'America/New_York';
                SET standard_conforming_strings = off;
                CREATE TEMP TABLE b (id int);
                SET SESSION AUTHORIZATION "nobody_%1$s";
                """.formatted(offline.name()));
        write("005_next.sql", """
                CREATE TABLE b (at timestamptz DEFAULT '2026-01-01 00:00', path text DEFAULT 'c:\\dir');
                INSERT INTO b DEFAULT VALUES;
                """);

        runOffline(sql().upgrade(TargetRange.parseOrEndingAt("heads")));

        assertThat(offline.client()
                        .sql("SELECT concat_ws(' ', at AT TIME ZONE 'UTC', path, tableowner)"
                                + " FROM public.b, pg_tables WHERE tablename = 'b'")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-01-01 00:00:00 c:\\dir postgres");
        assertThat(history(offline)).hasSize(5);
    }

    /** Of each of these psql would make another statement, or several. */
    @Test
    void psqlSendsWhatTheRunSends() throws Exception {
        assumeTrue(TestDatabase.majorVersion() > 15);
        write("004_odd.sql", """
                CREATE TABLE odd (id int GENERATED ALWAYS AS IDENTITY, v text);
                INSERT INTO odd (v) VALUES (JSON_OBJECT('user':'USER', 'port':"substring"('a:PORT', 2))) -- :USER
                ;
                INSERT INTO odd (v) SELECT (ARRAY['a','b','c'])[one:"PORT"]::text || ':USER ' || $$:'USER'$$
                  FROM (SELECT 2 AS one, 3 AS "PORT") AS s;
                INSERT INTO odd (v) SELECT E'it\\'s \\n;'
                  -- not the end
                  'more \\' :USER';
                CREATE FUNCTION begin() RETURNS text LANGUAGE sql RETURN 'begun';
                CREATE OR REPLACE FUNCTION ends() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC
                  SELECT odd.v AS case FROM odd;
                  SELECT CASE WHEN true THEN begin() END AS End;
                END;
                INSERT INTO odd (v) SELECT ends();
                SET standard_conforming_strings = off;
                INSERT INTO odd (v) VALUES ('it\\'s -- ${word}; '), (e'--\\'; '
                  '--\\'; ');
                """);

        runOffline(sql().upgrade(TargetRange.parseOrEndingAt("heads")));
        instar(online).upgrade(Target.HEADS, Trigger.COMMAND);

        assertThat(odd(online))
                .hasSize(6)
                .contains(
                        "{\"user\" : \"USER\", \"port\" : \":PORT\"}",
                        "{b,c}:USER :'USER'",
                        "it's \n;more ' :USER",
                        "begun",
                        "it's -- a  word; ",
                        "--'; --'; ");
        assertThat(odd(offline)).isEqualTo(odd(online));
    }

    private static List<String> odd(TestDatabase database) {
        return database.client()
                .sql("SELECT v FROM odd ORDER BY id")
                .query(String.class)
                .list();
    }

    @Test
    void psqlNeitherWaitsForSomebodyToReadNorLeavesTransactionsOpen() throws Exception {
        assumeTrue(Psql.isInstalled());
        String script = sql().upgrade(TargetRange.parseOrEndingAt("heads"));

        assertThat(script).contains("\\pset pager off\n");
        assertThat(psql("\\set AUTOCOMMIT off\n" + script)).startsWith("0\n").doesNotContain("WARNING");
        assertThat(history(offline)).hasSize(3);
    }

    @Test
    void aDowngradeOfWhatIsNotAppliedIsTakenBack() throws Exception {
        runOffline(sql().upgrade(TargetRange.parse("base:002")));
        String down = sql().downgrade(TargetRange.parse("002:001"));
        write("002_second.sql", "SELECT 1;\n-- @downgrade\nUPDATE a SET id = id + 10;");
        String twice = sql().downgrade(TargetRange.parse("002:001"));
        runOffline(down);
        List<String> rows = rows(offline);

        assertThat(psql(twice)).startsWith("3\n").contains("Revision '002' is not applied here.");
        assertThat(rows(offline)).isEqualTo(rows);
        assertThat(psql(sql().stamp(List.of(TargetRange.parse("002:001")))))
                .startsWith("3\n")
                .contains("Revision '002' is not applied here.");
    }

    @Test
    void aDowngradeOfWhatSomethingAppliedNeedsIsRefused() throws Exception {
        runOffline(sql().upgrade(TargetRange.parse("base:heads")));
        List<String> rows = rows(offline);

        assertThat(psql(sql().downgrade(TargetRange.parse("002:001"))))
                .startsWith("3\n")
                .contains("Revision '003' is applied here and needs '002'.");
        assertThat(rows(offline)).isEqualTo(rows);
    }

    /** As where psql finds itself in another schema than the application does. */
    @Test
    void anUpgradeBeginsOnlyWhereTheHistoryIs() throws Exception {
        runOffline(sql().upgrade(TargetRange.parse("base:002")));
        offline.client().sql("CREATE SCHEMA postgres").update();

        assertThat(psql(sql().upgrade(TargetRange.parse("002:003"))))
                .startsWith("3\n")
                .contains("Revision '002' is not applied here.", "HINT:  Look which database and which search_path");
        assertThat(psql(sql().stamp(List.of(TargetRange.parse("002:003")))))
                .startsWith("3\n")
                .contains("Revision '002' is not applied here.");
        assertThat(offline.client()
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'postgres'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void namesAndLocksOfARevisionEndWithIt() throws Exception {
        String names = "PREPARE p AS SELECT 1;\nDECLARE c CURSOR WITH HOLD FOR SELECT 1;\n";
        write("004_names.sql", names + "SELECT pg_advisory_unlock_all();");
        write("005_names.sql", names + """
                CREATE TABLE locked AS SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid();
                """);

        runOffline(sql().upgrade(TargetRange.parseOrEndingAt("heads")));

        assertThat(offline.client()
                        .sql("SELECT count FROM locked")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLeaseThatSomebodyHasIsRespected() throws Exception {
        String script = sql().upgrade(TargetRange.parseOrEndingAt("heads"));
        execution = ExecutionSettings.DEFAULT.withManner(RunManner.DEFAULT.withLock(LockType.LEASE));
        instar(offline).stamp(List.of(Target.parse("001")), false, Trigger.COMMAND);
        instar(offline).stamp(List.of(Target.BASE), false, Trigger.COMMAND);
        offline.client()
                .sql("UPDATE migration_history_lease SET expires_at = clock_timestamp() + interval '1 minute'")
                .update();

        assertThat(psql(script)).startsWith("3\n").contains("Another process is migrating this database.");
        offline.client()
                .sql("UPDATE migration_history_lease SET expires_at = clock_timestamp()")
                .update();
        runOffline(script);
    }

    @Test
    void aCheckMayAskForAColumnCalledFound() throws Exception {
        write("004_found.sql", """
                CREATE TABLE things (found boolean);
                INSERT INTO things VALUES (true);
                -- @ensure all is found
                SELECT bool_and(found) FROM things;
                """);

        runOffline(sql().upgrade(TargetRange.parseOrEndingAt("heads")));
    }

    @Test
    void dataMayHaveLinesThatEndInCrLfAndEndWithTheFile() throws Exception {
        write("004_data.sql", "COPY a (id, text) FROM STDIN;\r\n12\ttwelve\r\n\\.\r\n");
        write("005_data.sql", "COPY a (id, text) FROM STDIN;\r\n10\tten\r\n11\televen");

        runOffline(sql().upgrade(TargetRange.parseOrEndingAt("heads")));

        assertThat(rows(offline)).contains("10ten", "11eleven", "12twelve");
    }

    @Test
    void whatWouldGiveBackTheLockIsRefused() throws Exception {
        write("004_all.sql", "SELECT 1;\nDISCARD ALL;");

        assertThatThrownBy(() -> sql().upgrade(TargetRange.parseOrEndingAt("heads")))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessage(
                        "'DISCARD ALL' would give back the migration lock in the middle of a run (" + folder
                                + "/004_all.sql:2). Take it out: a run has a session of its own, and leaves nothing behind in it.");
    }

    @Test
    void allRevisionsTakeEffectTogetherWhereThoseOfARunDo() throws Exception {
        change("002_second.sql", "CONCURRENTLY ");
        write(
                "004_settings.sql",
                "SET TIME ZONE 'America/New_York';\nCREATE TEMP TABLE b (id int);\nPREPARE p AS SELECT 1;");
        write("005_fails.sql", "CREATE TABLE b (id int);\nSELECT 1 / 0;");
        execution = ExecutionSettings.DEFAULT.withManner(RunManner.DEFAULT.withTransaction(TransactionScope.RUN));

        assertThat(psql(sql().upgrade(TargetRange.parseOrEndingAt("heads"))))
                .startsWith("3\n")
                .contains("division by zero");
        assertThat(history(offline)).isEmpty();

        runOffline(sql().upgrade(TargetRange.parse("base:004")));
        assertThat(history(offline)).hasSize(4);
    }

    @Test
    void whatARunRefusesBeforeItBeginsIsRefused() throws Exception {
        write("004_ensured.sql", "VACUUM;\n-- @ensure it is clean\nSELECT true;");

        assertThatThrownBy(() -> sql().upgrade(TargetRange.parse("003:heads")))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageStartingWith(
                        "What must be true after the upgrade ('it is clean') can only be checked inside its"
                                + " transaction, and it has statements that run outside (" + folder
                                + "/004_ensured.sql:2).");
        execution = ExecutionSettings.DEFAULT.withManner(RunManner.DEFAULT.withTransaction(TransactionScope.RUN));
        assertThatThrownBy(() -> sql().upgrade(TargetRange.parse("001:002")))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessage(
                        "With 'instar.transaction=run' a script is one transaction, and this statement runs outside of"
                                + " any (" + folder + "/002_second.sql:9). Write the script up to here with"
                                + " 'instar.transaction=revision'.");
    }

    @Test
    void whatIsWrittenInJavaIsRefused() {
        options = options.withJavaRevisions(new InJava());

        assertThatThrownBy(() -> sql().upgrade(TargetRange.parseOrEndingAt("heads")))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("Revision 'j1' is written in Java, and no SQL can do what it does");
    }

    @Test
    void numbersAreWrittenInTheDigitsOfSql() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(sql().upgrade(TargetRange.parseOrEndingAt("heads")))
                    .contains("'sha256-tokens-1', 0, ", "SET statement_timeout = 60000;")
                    .is(new Condition<>(sql -> sql.chars().allMatch(character -> character < 0x80), "only ASCII"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @RevisionHeader(id = "j1", revises = "003", message = "In Java")
    static class InJava implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }

    private void runOffline(String script) throws Exception {
        assertThat(psql(script)).startsWith("0\n");
    }

    private String psql(String script) throws Exception {
        assumeTrue(Psql.isInstalled());
        return Psql.run(offline, script);
    }

    private static List<String> history(TestDatabase database) {
        return database.client().sql("""
                        SELECT concat_ws('|', migration_number, migration_name, status, revises, depends_on, label, checksum,
                                         checksum_algorithm, application_version, downgrade_sql, applied_by,
                                         applied_at IS NULL, rollback_at IS NULL)
                          FROM migration_history ORDER BY migration_number
                        """).query(String.class).list();
    }

    private static List<String> rows(TestDatabase database) {
        return database.client()
                .sql("SELECT id || coalesce(text, '-') FROM a ORDER BY id")
                .query(String.class)
                .list();
    }

    private static List<String> catalog(TestDatabase database) {
        return database.client().sql("""
                        SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default)
                          FROM information_schema.columns WHERE table_schema = 'public'
                         UNION ALL
                        SELECT concat_ws(' ', tablename, indexdef) FROM pg_indexes WHERE schemaname = 'public'
                         UNION ALL
                        SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                         ORDER BY 1
                        """).query(String.class).list();
    }

    private OfflineSql sql() {
        return new OfflineSql(instar(online));
    }

    private Instar instar(TestDatabase database) {
        return new Instar(
                database.dataSource(),
                InstarSettings.DEFAULT
                        .withLocations("file:" + folder)
                        .withRevisionOptions(options)
                        .withExecution(execution));
    }

    private void change(String file, String leftOut) throws IOException {
        write(file, Files.readString(folder.resolve(file)).replace(leftOut, ""));
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
