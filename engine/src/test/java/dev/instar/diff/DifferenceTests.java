package dev.instar.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.schema.Catalog;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTests {

    private static final QualifiedName T = new QualifiedName("app", "t");
    private static TwoSchemas schemas;

    @BeforeAll
    static void open() {
        schemas = new TwoSchemas();
    }

    @AfterAll
    static void close() {
        schemas.close();
    }

    private static Difference difference(String before, String after, Rename... renames) {
        Catalog wanted = schemas.wanted(after);
        return SchemaDiff.between(schemas.createLive(before), wanted, List.of(renames));
    }

    private static List<String> candidates(String before, String after) {
        return difference(before, after).candidates().stream()
                .map(candidate ->
                        candidate.rename().from() + " to " + candidate.rename().to() + ": " + candidate.reason())
                .toList();
    }

    @Test
    void proposesTheColumnThatIsLeftOver() {
        assertThat(candidates("CREATE TABLE t (id integer, mail text)", "CREATE TABLE t (id integer, contact text)"))
                .containsExactly("column app.t.mail to contact: the only two of type text");
    }

    @Test
    void proposesTheNearestNameAmongSeveralColumnsOfOneType() {
        assertThat(candidates(
                        "CREATE TABLE t (first_name text, mail text)", "CREATE TABLE t (firstname text, email text)"))
                .containsExactly(
                        "column app.t.first_name to firstname: both of type text, with similar names",
                        "column app.t.mail to email: both of type text, with similar names");
    }

    @Test
    void proposesTheTableWithTheSameColumns() {
        assertThat(candidates(
                        "CREATE TABLE users (id integer, mail text)",
                        "CREATE TABLE people (id integer, mail text); CREATE TABLE other (x integer)"))
                .containsExactly("table app.users to people: 2 of 2 columns are the same");
    }

    @Test
    void proposesTheValueInTheSamePlace() {
        assertThat(candidates("CREATE TYPE m AS ENUM ('a', 'b')", "CREATE TYPE m AS ENUM ('a', 'c')"))
                .containsExactly("column app.m.b to c: both stand in the same place");
    }

    @Test
    void proposesNothingForStrangers() {
        assertThat(candidates("CREATE TABLE t (a integer)", "CREATE TABLE t (b text)"))
                .isEmpty();
        assertThat(candidates("CREATE TABLE t (a integer)", "CREATE TABLE u (b text)"))
                .isEmpty();
    }

    @Test
    void keepsTheDataOfAConfirmedRenameThereAndBack() {
        Difference rename = difference(
                "CREATE TABLE t (id integer, mail text)",
                "CREATE TABLE t (id integer, email text NOT NULL)",
                new Rename(ObjectPart.column(T, "mail"), "email"));
        schemas.session().execute("INSERT INTO app.t VALUES (1, 'a@b.c')");

        assertThat(rename.isDestructive()).isFalse();
        assertThat(rename.candidates()).isEmpty();
        schemas.apply(rename.changes());
        assertThat(values("SELECT email FROM app.t")).containsExactly("a@b.c");

        schemas.apply(rename.reverse().changes());
        assertThat(values("SELECT mail FROM app.t")).containsExactly("a@b.c");
    }

    @Test
    void marksDropAndAddAsDestructiveWhenNobodyConfirms() {
        Difference unconfirmed = difference("CREATE TABLE t (mail text)", "CREATE TABLE t (email text)");

        assertThat(unconfirmed.isDestructive()).isTrue();
        assertThat(unconfirmed.changes()).extracting(Change::loss).containsExactly(null, "all values of app.t.mail");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numeric(10,2)[]  | integer[]         | {1.5}
            integer          | boolean           | 5
            bigint           | double precision  | 9007199254740993
            integer          | real              | 16777217
            timestamp        | time              | 2020-01-01 12:00:00
            timestamptz      | date              | 2020-01-01 12:00:00+00
            timetz           | time              | 12:00:00+01
            time             | time(2)           | 12:00:00.123456
            interval         | interval(0)       | 1.5 seconds
            interval         | interval year     | 1 year 2 months
            inet             | cidr              | 192.168.1.5/24
            text             | "char"            | abc
            text             | numeric(10,2)     | 1.239
            varchar(40)      | date              | 2020-01-01 12:00:00
            text             | timestamp         | 2020-01-01 12:00:00+02
            text[]           | timestamptz(0)[]  | {2020-01-01 12:00:00.5+00}
            text             | double precision  | 0.12345678901234567890
            text             | bit(2)            | 101
            json             | jsonb             | {"a":1, "a":2}
            text             | jsonb             | {"a":1, "a":2}
            text             | money             | 1.239
            numeric          | money             | 1.239
            bigint           | interval          | 5
            integer[]        | integer           | {1,2}
            """)
    void saysWhatATypeDoesNotKeepWhereTheServerDropsItSilently(String from, String to, String value) {
        Difference narrower = difference("CREATE TABLE t (a " + from + ")", "CREATE TABLE t (a " + to + ")");
        schemas.session().update("INSERT INTO app.t VALUES (?::" + from + ")", value);
        schemas.session().execute("CREATE TABLE app.kept AS SELECT a::text FROM app.t");

        schemas.apply(narrower.changes());

        assertThat(values("SELECT t.a::text FROM app.t JOIN app.kept ON kept.a = t.a::text"))
                .isEmpty();
        assertThat(narrower.changes())
                .extracting(Change::loss)
                .containsExactly("what " + serversWord() + " does not keep of the values of app.t.a");
    }

    private static String serversWord() {
        return values("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'app.t'::regclass"
                        + " AND attname = 'a'")
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer   | bigint
            integer   | double precision
            smallint  | real
            timestamp | timestamp(6)
            timestamp(3) | timestamp
            time(2)   | time(3)
            varchar(9) | text
            integer[] | bigint[]
            date      | timestamptz
            text      | numeric
            text      | integer
            text      | timestamptz
            """)
    void losesNothingWhereThereIsRoom(String from, String to) {
        assertThat(difference("CREATE TABLE t (a " + from + ")", "CREATE TABLE t (a " + to + ")")
                        .isDestructive())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            real             | numeric           | 1.2345679e+08
            double precision | numeric           | 9.007199254740991e+15
            real[]           | numeric[]         | {1.2345679e+08}
            text             | bytea             | C:\\x41
            bytea            | varchar(4)        | \\x41c3a9
            uuid             | bytea             | 6f1cdeb5-2c2e-4b64-b8b4-7a2a5f4b2c11
            bytea            | uuid              | \\x6f1cdeb52c2e4b64b8b47a2a5f4b2c11
            text             | oid               | 123
            bytea            | oid               | \\x00ff
            integer          | integer[]         |
            integer          | integer[]         | 5
            varchar(40)      | text[]            | {a,"b c"}
            integer[]        | jsonb             |
            """)
    void keepsAValueThereAndBack(String from, String to, String value) {
        Difference retyped = difference("CREATE TABLE t (a " + from + ")", "CREATE TABLE t (a " + to + ")");
        schemas.session().update("INSERT INTO app.t VALUES (?::" + from + ")", value);

        assertThat(retyped.isDestructive()).isFalse();
        assertThat(retyped.requirements())
                .allSatisfy(
                        requirement -> assertThat(values(requirement.query())).containsExactly("t"));
        schemas.apply(retyped.changes());
        schemas.apply(retyped.reverse().changes());

        assertThat(values("SELECT a::text FROM app.t")).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["a"]            | jsonb             | text[]    | refused
            {}               | text[]            | jsonb     | []
            hello            | text              | oid       | hello
            """)
    void makesNoValueThatNobodyMeant(String value, String from, String to, String made) {
        Difference retyped = difference("CREATE TABLE t (a " + from + ")", "CREATE TABLE t (a " + to + ")");
        schemas.session().update("INSERT INTO app.t VALUES (?::" + from + ")", value);

        if (made.equals("refused")) {
            assertThatThrownBy(() -> schemas.apply(retyped.changes())).hasMessageContaining("malformed array literal");
        } else {
            schemas.apply(retyped.changes());
            String read = to.equals("oid") ? "convert_from(lo_get(a), 'UTF8')" : "a::text";
            assertThat(values("SELECT " + read + " FROM app.t")).containsExactly(made);
        }
    }

    @ParameterizedTest
    @CsvSource({"time", "time[]", "text"})
    void refusesElementsThatAreTooLong(String from) {
        Difference retyped = difference("CREATE TABLE t (a " + from + ")", "CREATE TABLE t (a varchar(3)[])");
        schemas.session()
                .execute("INSERT INTO app.t VALUES ('%s')".formatted(from.equals("time") ? "11:12:13" : "{11:12:13}"));

        assertThatThrownBy(() -> schemas.apply(retyped.changes())).hasMessageContaining("value too long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            START WITH 1000         |       | 1000
            START WITH 1000         | 7     | 1000
            START WITH 1000         | 1007  | 1008
            MINVALUE 100            | 7     | 100
            INCREMENT BY -1         | -7    | -8
            INCREMENT BY 1          | -7    | 1
            """)
    void beginsToCountWhereTheIdentitySaysOrTheRowsEnd(String options, Integer row, String next) {
        Difference identity = difference(
                "CREATE TABLE t (id integer NOT NULL, a text)",
                "CREATE TABLE t (id integer GENERATED BY DEFAULT AS IDENTITY (" + options + "), a text)");
        if (row != null) {
            schemas.session().update("INSERT INTO app.t VALUES (?, 'old')", row);
        }

        schemas.apply(identity.changes());
        schemas.session().execute("INSERT INTO app.t (a) VALUES ('new')");

        assertThat(values("SELECT id FROM app.t WHERE a = 'new'")).containsExactly(next);
    }

    @Test
    void refusesToRenameWhatIsNotThere() {
        assertThatThrownBy(() -> difference(
                        "CREATE TABLE t (mail text)",
                        "CREATE TABLE t (email text)",
                        new Rename(ObjectPart.column(T, "mial"), "email")))
                .hasMessage("There is no column mial in table app.t to rename. Did you mean 'mail'?");
        assertThatThrownBy(() -> difference(
                        "CREATE TABLE t (mail text)",
                        "CREATE TABLE u (mail text)",
                        new Rename(
                                ObjectPart.whole(ObjectId.of(ObjectId.Kind.TABLE, new QualifiedName("app", "x9"))),
                                "u")))
                .hasMessage("There is no table app.x9 to rename. Take a name that the database has.");
    }

    @Test
    void refusesToChangeTheTypeOfWhatDividesATable() {
        assertThatThrownBy(() -> difference(
                        "CREATE TABLE t (at date) PARTITION BY RANGE (at)",
                        "CREATE TABLE t (at timestamp) PARTITION BY RANGE (at)"))
                .hasMessage("The type of column app.t.at cannot change: it decides in which partition a row is. Leave"
                        + " the table out, and move its rows to a new one in a revision that you write by hand.");
    }

    @Test
    void goesOnCountingWhereASerialColumnEnded() {
        Difference identity = difference(
                "CREATE TABLE t (id serial PRIMARY KEY, a text)",
                "CREATE TABLE t (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, a text)");
        schemas.session().execute("INSERT INTO app.t (a) VALUES ('x'), ('y')");

        schemas.apply(identity.changes());
        schemas.session().execute("INSERT INTO app.t (a) VALUES ('z')");
        assertThat(values("SELECT id FROM app.t")).containsExactly("1", "2", "3");

        schemas.apply(identity.reverse().changes());
        schemas.session().execute("INSERT INTO app.t (a) VALUES ('z')");
        assertThat(values("SELECT id FROM app.t")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void keepsValuesThroughChangesOfType() {
        Difference retyped = difference(
                "CREATE TYPE m AS ENUM ('a', 'b', 'c'); CREATE TABLE t (m m, b boolean, n integer, u text, x integer[], d text)",
                "CREATE TYPE m AS ENUM ('b', 'a'); CREATE TABLE t (m m, b integer, n boolean, u uuid, x bigint[], d m)");
        schemas.session()
                .execute(
                        "INSERT INTO app.t VALUES ('b', true, 1, '6f1cdeb5-2c2e-4b64-b8b4-7a2a5f4b2c11', '{1,2}', 'a')");

        assertThat(retyped.requirements())
                .extracting(Requirement::query)
                .containsExactly("SELECT NOT EXISTS (SELECT FROM app.t WHERE m::text IN ('c'))");
        schemas.apply(retyped.changes());
        assertThat(values("SELECT t::text FROM app.t"))
                .containsExactly("(b,1,t,6f1cdeb5-2c2e-4b64-b8b4-7a2a5f4b2c11,\"{1,2}\",a)");
    }

    @Test
    void everyRequirementIsAQueryThatRunsBeforeTheChanges() {
        Difference difference = difference(
                "CREATE TABLE t (a bigint, b varchar(20), c numeric(12,4), d text, e real, h text, j json)",
                "CREATE FUNCTION f(integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true'; CREATE TABLE t (a"
                        + " integer NOT NULL, b varchar(10) UNIQUE, c numeric(10,2), d text CHECK (lower(d) <> 'x' AND"
                        + " f(1)), e smallint, g integer NOT NULL, CHECK (a > 0), CHECK (a > g), UNIQUE (g),"
                        + " h smallint CHECK (h >= 0), j jsonb CHECK (jsonb_typeof(j) = 'object'))");

        List<String> queries =
                difference.requirements().stream().map(Requirement::query).toList();
        assertThat(queries).hasSize(8);
        assertThat(queries).allSatisfy(query -> assertThat(values(query)).containsExactly("t"));
    }

    @Test
    void writesSectionsOfARevision() {
        ChangeScript script = ChangeScript.of(difference(
                "CREATE TABLE t (a integer, b integer, gone text)", "CREATE TABLE t (a bigint, b bigint NOT NULL)"));

        assertThat(script.requireSections()).isEqualTo("""
                        -- @require app.t.b has a value in every row.
                        SELECT NOT EXISTS (SELECT FROM app.t WHERE b IS NULL);

                        """);
        assertThat(script.section()).isEqualTo("""
                        ALTER TABLE app.t ALTER COLUMN a TYPE bigint,
                            ALTER COLUMN b TYPE bigint, ALTER COLUMN b SET NOT NULL;
                        -- Destructive: this loses all values of app.t.gone.
                        ALTER TABLE app.t DROP COLUMN gone;
                        """);
    }

    @Test
    void letsTheTextOfAFunctionNameWhatComesAfterIt() {
        Difference fresh = difference(
                "",
                "CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t;"
                        + " CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM app.v';"
                        + " CREATE FUNCTION e() RETURNS bigint LANGUAGE sql AS 'SELECT app.f()'");

        ChangeScript script = ChangeScript.of(fresh);
        schemas.session()
                .inTransaction(() ->
                        script.statements().forEach(one -> schemas.session().execute(one.sql())));
        schemas.session().execute("RESET check_function_bodies");

        assertThat(script.statements().get(0).sql()).isEqualTo("SET check_function_bodies = off");
        assertThat(values("SELECT app.e()")).containsExactly("0");
        assertThat(ChangeScript.of(fresh.reverse()).statements())
                .extracting(ChangeScript.Statement::sql)
                .doesNotContain("SET check_function_bodies = off");
    }

    @Test
    void everyChangeCanBeTakenBackByItself() {
        Difference difference = difference(
                "CREATE TABLE t (a integer, b text); CREATE INDEX i ON t (b); CREATE VIEW v AS SELECT a FROM t",
                "CREATE TABLE t (a bigint, c text DEFAULT 'x'); CREATE VIEW v AS SELECT a FROM t; COMMENT ON TABLE t IS"
                        + " 'x'; CREATE SEQUENCE s");
        Catalog live = schemas.live();
        List<Change> back = new ArrayList<>(
                difference.changes().stream().map(Change::reverse).toList());
        Collections.reverse(back);

        schemas.apply(difference.changes());
        schemas.apply(back);

        assertThat(schemas.live()).isEqualTo(live);
    }

    private static List<String> values(String sql) {
        return schemas.session().query(sql, (row, number) -> row.getString(1));
    }
}
