package dev.instar.sql;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes scripts that a server accepts, out of everything that makes splitting them hard. */
final class ValidScripts {

    private static final List<String> TEXTS = List.of(
            "'a;b'",
            "'it''s; ok'",
            "''",
            "E'it\\'s; \\\\'",
            "'x'\n-- ; '\n'y;'",
            "$$a;b$$",
            "$$ ' \" /* -- $$",
            "$t$ $$;$$ $t$",
            "$größe$;$größe$",
            "U&'\\0061;'",
            "N'n;'",
            "B'01'::text",
            "'C:\\'",
            "(CASE WHEN true THEN ';' ELSE ')' END)",
            "('(' || ');')",
            "1 +-- ;'\n 1",
            "2 */* ; */ 3",
            "(ARRAY[1,2,3])[1:2]",
            "'{1;2}'::text[]",
            "3::int",
            "\"odd;\"\"column\"",
            "5 - -1",
            "'a' || /* ' /* ; */ */ 'b'",
            "'😀;ä'",
            "lower('X;')",
            "'multi\nline;\n'",
            "x'1F'::text",
            "'--'",
            "'/*'",
            "'$$'",
            "$a$--$a$");
    /** Reading line by line, psql does not see that the second line continues a string with escapes. */
    private static final String MISREAD_BY_PSQL = "E'\\n;'\n  'more \\';'";

    private static final List<String> GAPS = List.of(
            "\n", "\n", "\n\n", " ", " -- ; '\n", "\n/* ; ' /* \" */ $$ */\n", "\n;\n", ";;", "\n-- \"\n", "\t\r\n");

    private static final String SET_UP = """
            CREATE TABLE log (id int GENERATED ALWAYS AS IDENTITY, v text);
            CREATE TABLE "odd;""table" ("odd;""column" text, n int DEFAULT 1);
            INSERT INTO "odd;""table" VALUES (';')""";

    private final Random random;
    private int count;

    ValidScripts(long seed) {
        this.random = new Random(seed);
    }

    /** For one message to the server: without COPY, and without settings that change how the rest is read. */
    String forOneMessage() {
        return script(List.of(
                this::insert,
                this::insert,
                this::misreadByPsql,
                this::block,
                this::function,
                this::rule,
                this::comment));
    }

    String forPsql() {
        return script(List.of(
                this::insert,
                this::insert,
                this::block,
                this::function,
                this::rule,
                this::comment,
                this::settings,
                this::copy,
                this::transaction));
    }

    private String script(List<Supplier<String>> statements) {
        StringBuilder script = new StringBuilder(SET_UP).append(';').append(any(GAPS));
        for (count = 0; count < 30; count++) {
            script.append(any(statements).get()).append(';').append(any(GAPS));
        }
        return script.append("INSERT INTO log (v) VALUES ('no semicolon') -- the end")
                .toString();
    }

    private String insert() {
        return insert(any(TEXTS));
    }

    private String misreadByPsql() {
        return insert(MISREAD_BY_PSQL);
    }

    private static String insert(String text) {
        return "INSERT INTO log (v) SELECT (" + text + ")::text FROM \"odd;\"\"table\"";
    }

    private String block() {
        return "DO $do$ BEGIN " + insert() + "; END $do$";
    }

    private String function() {
        return """
                CREATE FUNCTION f%d() RETURNS text LANGUAGE sql BEGIN ATOMIC
                  INSERT INTO log (v) SELECT CASE WHEN true THEN (%s)::text ELSE 'end;' END FROM "odd;""table";
                  SELECT CASE WHEN 1 = 1 THEN 'x' END;
                END;
                SELECT f%d()""".formatted(count, any(TEXTS), count);
    }

    private String rule() {
        return """
                CREATE RULE r%d AS ON DELETE TO "odd;""table" DO ALSO (
                  INSERT INTO log (v) VALUES ('%d;');
                  INSERT INTO log (v) VALUES (')')); DELETE FROM "odd;""table" WHERE n > 1""".formatted(count, count);
    }

    private String comment() {
        return "COMMENT ON TABLE log IS E'\\';" + count + "'";
    }

    private String transaction() {
        return "BEGIN; INSERT INTO log (v) VALUES ($x$BEGIN;$x$); COMMIT";
    }

    private String settings() {
        return """
                SET standard_conforming_strings = off;
                INSERT INTO log (v) VALUES ('a\\';b');
                SET standard_conforming_strings = on;
                INSERT INTO log (v) VALUES ('a\\')""";
    }

    private String copy() {
        return """
                COPY log (v) FROM stdin;
                it's; $$ -- /*
                \\\\.
                \\N
                \\.
                ANALYZE log""";
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
