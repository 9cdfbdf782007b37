package dev.instar.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Unmodelled;
import dev.instar.schema.CatalogScope;
import dev.instar.schema.Column;
import dev.instar.schema.Constraint;
import dev.instar.schema.Fingerprint;
import dev.instar.schema.Index;
import dev.instar.schema.Namespace;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgreSqlCatalogTests {

    private CountingDataSource statements;
    private Session session;
    private Database database;

    @BeforeEach
    void open() {
        statements = new CountingDataSource(TestDatabase.create().dataSource());
        session = Session.open(statements.dataSource());
        database = Database.of(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Catalog catalog() {
        return database.catalog(session, CatalogScope.everything());
    }

    private static QualifiedName name(String name) {
        return new QualifiedName("public", name);
    }

    @Test
    void anEmptyDatabaseHoldsNothingButItsSchema() {
        assertThat(catalog().objects().values()).containsExactly(new Namespace("public", null));
        assertThat(catalog().unmodelled()).isEmpty();
    }

    @Test
    void readsColumnsAsTheServerWritesThem() {
        session.execute("""
                CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, a varchar(10) COLLATE "C" DEFAULT 'x' NOT NULL,
                                b integer, c integer GENERATED ALWAYS AS (b + 1) STORED);
                COMMENT ON COLUMN t.b IS 'comment'
                """);

        Table table = Objects.requireNonNull(catalog().table(name("t")));

        assertThat(table.columns())
                .containsExactly(
                        new Column(
                                "id",
                                "bigint",
                                null,
                                new Column.NotNull(null, false),
                                null,
                                new Column.Identity(
                                        true, new Sequence.Options("bigint", 1, 1, 1, Long.MAX_VALUE, 1, false)),
                                null,
                                null,
                                null,
                                null,
                                false,
                                null),
                        new Column(
                                "a",
                                "character varying(10)",
                                "\"C\"",
                                new Column.NotNull(null, false),
                                "'x'::character varying",
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                null),
                        new Column("b", "integer", null, null, null, null, null, null, null, null, false, "comment"),
                        new Column(
                                "c",
                                "integer",
                                null,
                                null,
                                null,
                                null,
                                new Column.Generated("(b + 1)", true),
                                null,
                                null,
                                null,
                                false,
                                null));
    }

    @Test
    void readsKeysOfIndexesWithEverythingAboutThem() {
        session.execute("""
                CREATE TABLE "t USING x" (a text, b integer);
                CREATE INDEX "i USING btree (" ON "t USING x"
                       (lower(a) COLLATE "C" text_pattern_ops DESC NULLS LAST, b, (b + 1), ('x, y)' || a)) INCLUDE (a) WHERE b > 1
                """);

        Index index = catalog().all(Index.class).findFirst().orElseThrow();

        assertThat(index.keys())
                .containsExactly(
                        "lower(a) COLLATE \"C\" text_pattern_ops DESC NULLS LAST",
                        "b",
                        "((b + 1))",
                        "(('x, y)'::text || a))");
        assertThat(index.include()).containsExactly("a");
        assertThat(index.predicate()).isEqualTo("(b > 1)");
    }

    @Test
    void knowsWhoOwnsASequence() {
        session.execute("CREATE TABLE t (id serial, other integer GENERATED ALWAYS AS IDENTITY)");

        assertThat(catalog().all(Sequence.class))
                .extracting(Sequence::ownedBy)
                .containsExactly(ObjectPart.column(name("t"), "id"));
    }

    @Test
    void leavesOutWhatExtensionsBroughtAlong() {
        session.execute("CREATE EXTENSION citext; CREATE EXTENSION pg_stat_statements; CREATE TABLE t (a citext)");

        Catalog catalog = catalog();

        assertThat(catalog.objects().keySet())
                .extracting(ObjectId::toString)
                .containsExactly("schema public", "extension citext", "extension pg_stat_statements", "table public.t");
        assertThat(catalog.unmodelled()).isEmpty();
        assertThat(catalog.dependencies())
                .contains(new Catalog.Dependency(
                        ObjectPart.column(name("t"), "a"),
                        ObjectPart.whole(ObjectId.of(ObjectId.Kind.EXTENSION, QualifiedName.global("citext")))));
    }

    @Test
    void listsWhatItHasNoModelFor() {
        session.execute("""
                CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer);
                CREATE TYPE span AS RANGE (SUBTYPE = float8);
                CREATE TABLE t (a integer, b integer);
                CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
                CREATE STATISTICS s ON a, b FROM t;
                CREATE TYPE pair AS (x integer);
                CREATE TABLE typed OF pair;
                CREATE COLLATION c FROM "C";
                CREATE PUBLICATION p
                """);

        assertThat(catalog().unmodelled())
                .containsExactly(
                        new Unmodelled("aggregate", "public.total(integer)"),
                        new Unmodelled("collation", "public.c"),
                        new Unmodelled("publication", "p"),
                        new Unmodelled("range type", "public.span"),
                        new Unmodelled("rule", "r on public.t"),
                        new Unmodelled("statistics", "public.s"),
                        new Unmodelled("table of a type", "public.typed"));
        assertThat(catalog().table(name("typed"))).isNull();
    }

    @Test
    void isTheSameInEveryTimeZoneAndWithEverySetting() {
        session.execute(
                "CREATE TABLE t (a timestamptz DEFAULT '2020-06-01 12:00+00', b interval DEFAULT '1 day 2 hours',"
                        + " c bytea DEFAULT '\\x01', d text DEFAULT 'a\\b', e double precision DEFAULT 0.1, f date DEFAULT '2020-02-01')");
        Catalog before = catalog();

        session.execute("SET TimeZone = 'Europe/Paris'; SET DateStyle = 'ISO, DMY'; SET IntervalStyle = 'iso_8601';"
                + " SET bytea_output = 'escape'; SET extra_float_digits = -5; SET quote_all_identifiers = on;"
                + " SET search_path = pg_catalog");

        assertThat(catalog()).isEqualTo(before);
        assertThat(setting("search_path")).contains("pg_catalog");
        assertThat(setting("TimeZone")).isEqualTo("Europe/Paris");
    }

    @Test
    void fingerprintDependsNeitherOnNumbersNorOnTheOrderOfColumns() {
        session.execute("CREATE TABLE t (a integer, b text); CREATE INDEX i ON t (a)");
        Fingerprint before = Fingerprint.of(catalog());

        session.execute(
                "DROP TABLE t; CREATE TABLE t (gone integer, b text, a integer); ALTER TABLE t DROP COLUMN gone;"
                        + " CREATE INDEX i ON t (a)");
        assertThat(Fingerprint.of(catalog())).isEqualTo(before).hasToString("1:" + before.digest());

        session.execute("ALTER TABLE t ALTER a SET DEFAULT 1");
        assertThat(Fingerprint.of(catalog())).isNotEqualTo(before);
    }

    @Test
    void showsOneFormOfWhatTheServerWritesInTwo() {
        session.execute("CREATE TABLE t (a varchar(5) CONSTRAINT c CHECK (a IN ('x', 'it''s, ]')))");
        Constraint.Check first =
                catalog().all(Constraint.Check.class).findFirst().orElseThrow();

        session.execute("ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (" + first.expression() + ")");

        assertThat(catalog().all(Constraint.Check.class)).containsExactly(first);
        assertThat(first.expression())
                .isEqualTo(
                        "((a)::text = ANY (ARRAY[('x'::character varying)::text, ('it''s, ]'::character varying)::text]))");
    }

    @Test
    void seesWhatItsOwnTransactionHasDone() {
        session.inTransaction(() -> {
            session.execute("SET LOCAL search_path = public");
            session.execute("CREATE TABLE t (a integer)");
            assertThat(catalog().table(name("t"))).isNotNull();
            assertThat(setting("search_path")).isEqualTo("public");
            session.execute("CREATE TABLE u (a integer)");
        });
        assertThat(catalog().table(name("u"))).isNotNull();
    }

    @Test
    void sendsAsManyQueriesForManyTablesAsForOne() {
        session.execute("CREATE TABLE t0 (id serial PRIMARY KEY, a text CHECK (a <> ''))");
        long forOne = statementsOfOneReading();
        StringBuilder tables = new StringBuilder();
        for (int i = 1; i < 50; i++) {
            tables.append("CREATE TABLE t%d (id serial PRIMARY KEY, a text CHECK (a <> ''), r integer REFERENCES t0);"
                    .formatted(i));
        }
        session.execute(tables.toString());

        assertThat(statementsOfOneReading()).isEqualTo(forOne).isLessThan(30);
    }

    private long statementsOfOneReading() {
        long before = statements.statements();
        catalog();
        return statements.statements() - before;
    }

    @Test
    void filtersTablesWithEverythingThatBelongsToThem() {
        session.execute("CREATE TABLE mine (id serial PRIMARY KEY); CREATE TABLE other (id serial PRIMARY KEY, a text);"
                + " CREATE INDEX i ON other (a)");

        Catalog filtered = catalog().withTables(table -> table.name().equals("mine"));

        assertThat(filtered.objects().keySet())
                .extracting(ObjectId::toString)
                .containsExactly(
                        "schema public",
                        "sequence public.mine_id_seq",
                        "table public.mine",
                        "constraint mine_pkey on public.mine");
    }

    private String setting(String name) {
        return session.query("SELECT current_setting(?)", (row, number) -> row.getString(1), name)
                .get(0);
    }

    private List<String> names(Catalog catalog) {
        return catalog.objects().keySet().stream().map(ObjectId::toString).toList();
    }

    @Test
    void readsOnlyTheSchemasItIsAskedFor() {
        session.execute("CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.t (x integer); CREATE TABLE b.t (x integer)");

        assertThat(names(database.catalog(session, CatalogScope.of("a")))).containsExactly("schema a", "table a.t");
        assertThat(names(database.catalog(session, CatalogScope.scratch("b", "My \"schema\""))))
                .containsExactly("schema \"My \"\"schema\"\"\"", "table \"My \"\"schema\"\"\".t");
    }
}
