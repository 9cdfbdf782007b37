package dev.instar.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/** What was split and is run statement by statement has the effect that the whole script has. */
class SplitterServerTests {

    private static final String EFFECT = """
            SELECT effect FROM (
                SELECT 1 AS part, id AS number, 'log ' || coalesce(v, 'NULL') AS effect FROM log
                UNION ALL SELECT 2, 0, 'function ' || pg_get_functiondef(oid) FROM pg_proc
                    WHERE pronamespace = 'public'::regnamespace
                UNION ALL SELECT 3, 0, 'rule ' || definition FROM pg_rules WHERE schemaname = 'public'
                UNION ALL SELECT 4, 0, 'comment ' || obj_description('log'::regclass)) AS effects
            ORDER BY part, number, effect
            """;
    private static final String TORN_APART_BY_PSQL = """
            CREATE TABLE log (id int GENERATED ALWAYS AS IDENTITY, v text, "end" text);
            CREATE FUNCTION begin() RETURNS text LANGUAGE sql RETURN 'begun';
            CREATE FUNCTION f() RETURNS text LANGUAGE sql BEGIN ATOMIC
              SELECT log.end AS case FROM log;
              SELECT 'it works' AS end;
            END;
            INSERT INTO log (v) VALUES (begin()), (f()), (E'a'
            '\\';b');
            """;

    private static final TestDatabase SPLIT = TestDatabase.create();
    private static final TestDatabase WHOLE = TestDatabase.create();

    private final long seed = Long.getLong("instar.test.seed", System.nanoTime());
    private final ValidScripts scripts = new ValidScripts(seed);

    @BeforeEach
    void sayTheSeed() {
        assumeThat(TestDatabase.majorVersion())
                .as("the scripts have bodies that PostgreSQL 13 does not know")
                .isGreaterThan(13);
        System.out.println("SplitterServerTests: -Dinstar.test.seed=" + seed);
    }

    @Test
    void hasTheEffectOfTheWholeInOneMessage() throws Exception {
        for (int i = 0; i < 20; i++) {
            String script = scripts.forOneMessage();
            empty(WHOLE);
            try (SimpleQueryClient client = new SimpleQueryClient(TestDatabase.port(), WHOLE.name())) {
                client.execute(script);
            }
            assertThat(effectOfSplitting(script)).as(script).isEqualTo(effectIn(WHOLE));
        }
    }

    @Test
    void hasTheEffectOfPsql(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 10; i++) {
            String script = scripts.forPsql();
            empty(WHOLE);
            psql(Files.writeString(folder.resolve("script.sql"), script));
            assertThat(effectOfSplitting(script)).as(script).isEqualTo(effectIn(WHOLE));
        }
    }

    @Test
    void psqlRunsWhatIsWrittenForIt(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 10; i++) {
            String script = scripts.forOneMessage();
            assertThat(effectInPsql(script, folder)).as(script).isEqualTo(effectOfSplitting(script));
        }
        assertThat(effectInPsql(TORN_APART_BY_PSQL, folder)).isEqualTo(effectOfSplitting(TORN_APART_BY_PSQL));
    }

    private static List<String> effectInPsql(String script, Path folder) throws Exception {
        StringBuilder written = new StringBuilder();
        for (Statement statement : Transcript.statements(script)) {
            written.append(PsqlText.of(statement.text(), statement.standardStrings()))
                    .append("\n;\n");
        }
        empty(WHOLE);
        psql(Files.writeString(folder.resolve("script.sql"), written));
        return effectIn(WHOLE);
    }

    @Test
    void runsWhatPsqlWouldTearApart() throws Exception {
        assertThat(effectOfSplitting(TORN_APART_BY_PSQL)).contains("log begun", "log it works", "log a';b");
    }

    @Test
    void findsThePlaceTheServerComplainsAbout() throws SQLException {
        String script = "SELECT 1;\r\n  SELECT 'ä😀', -- 😀\r\n\tnonsense\r\n;";
        Statement statement = Transcript.statements(script).get(1);

        try (Connection connection = SPLIT.dataSource().getConnection()) {
            assertThatExceptionOfType(PSQLException.class)
                    .isThrownBy(() -> connection.createStatement().execute(statement.text()))
                    .satisfies(e -> assertThat(statement.positionOf(
                                    e.getServerErrorMessage().getPosition()))
                            .isEqualTo(new TextPosition(script.indexOf("nonsense"), 3, 2)));
        }
    }

    @Test
    void copiesFilesWithCrLf() throws Exception {
        String script = "CREATE TABLE log (id int GENERATED ALWAYS AS IDENTITY, v text);\n"
                + "COPY log (v) FROM stdin;\na;b\n\\N\n\\.\nINSERT INTO log (v) VALUES ('c');\n";

        assertThat(effectOfSplitting(script.replace("\n", "\r\n")))
                .containsExactly("log a;b", "log NULL", "log c", null);
    }

    private static List<String> effectOfSplitting(String script) throws SQLException, IOException {
        empty(SPLIT);
        try (Connection connection = SPLIT.dataSource().getConnection();
                java.sql.Statement jdbc = connection.createStatement();
                SqlReader reader = new SqlReader(new StringReader(script))) {
            jdbc.setEscapeProcessing(false);
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                Statement statement = (Statement) item;
                if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement.text(), reader.copyData());
                } else {
                    jdbc.execute(statement.text());
                }
            }
        }
        return effectIn(SPLIT);
    }

    private static void empty(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }
    }

    private static List<String> effectIn(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(EFFECT)) {
            List<String> effect = new ArrayList<>();
            while (rows.next()) {
                effect.add(rows.getString(1));
            }
            return effect;
        }
    }

    private static void psql(Path file) throws IOException, InterruptedException {
        String port = String.valueOf(TestDatabase.port());
        ProcessBuilder builder = new ProcessBuilder(
                "psql",
                "-X",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                port,
                "-U",
                "postgres",
                "-d",
                WHOLE.name(),
                "-o",
                file + ".out",
                "-f",
                file.toString());
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        Path errors = file.resolveSibling("errors.txt");
        Process process;
        try {
            process = builder.redirectErrorStream(true)
                    .redirectOutput(errors.toFile())
                    .start();
        } catch (IOException e) {
            assumeThat(false).as("psql is not on the PATH").isTrue();
            throw e;
        }
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    }
}
