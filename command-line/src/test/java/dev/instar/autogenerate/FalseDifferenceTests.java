package dev.instar.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is the same is never found to differ, however it is written. */
class FalseDifferenceTests {

    private static final String SCHEMA = """
            CREATE TABLE "Mixed Case" (
                id serial PRIMARY KEY,
                number bigint GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 2),
                short varchar(10) DEFAULT 'a'::varchar(10), unlimited varchar, exact numeric(10,2) DEFAULT 1,
                round numeric(10), whole numeric, "select" char(3) DEFAULT 'x',
                at timestamptz DEFAULT '2020-01-01 12:00:00+01', since date DEFAULT '2020-01-01'::date,
                local timestamp(3) DEFAULT now(), later timestamptz DEFAULT (now() + '1 day'::interval),
                data jsonb DEFAULT '{"a": [1, 2]}'::jsonb, tags text[] DEFAULT ARRAY['x', 'y']::text[],
                flag boolean DEFAULT (1 = 1), price double precision DEFAULT 0.1 + 0.2,
                total numeric GENERATED ALWAYS AS (exact * round) STORED,
                CONSTRAINT odd CHECK (short IN ('a', 'b', 'it''s') AND (exact > 0 OR round IS NULL)),
                CONSTRAINT "Odd Name" CHECK (char_length("select") BETWEEN 1 AND 3),
                CHECK (at > '2000-01-01'::timestamptz), UNIQUE (short, exact), UNIQUE (unlimited) DEFERRABLE
            );
            CREATE INDEX expressions ON "Mixed Case" (lower(unlimited) text_pattern_ops, (data ->> 'a') DESC NULLS LAST)
                WHERE flag AND since > '2019-01-01' AND short IN ('a', 'b');
            CREATE INDEX methods ON "Mixed Case" USING gin (data jsonb_path_ops);
            CREATE INDEX covering ON "Mixed Case" (exact) INCLUDE (round);
            CREATE TABLE a_table_whose_name_is_longer_than_what_a_server_keeps_of_a_name_63_bytes (
                a_column_whose_name_is_longer_than_what_a_server_keeps_of_a_name_63_bytes int UNIQUE
                    CHECK (a_column_whose_name_is_longer_than_what_a_server_keeps_of_a_name_63_bytes > 0),
                parent int REFERENCES "Mixed Case" ON DELETE SET NULL);
            CREATE VIEW seen AS SELECT id, upper(short) AS loud FROM "Mixed Case" WHERE at > now() - interval '1 day';
            CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT n * 2 -- ${x}
            $$;
            """;

    private final ComparedSchema live = new ComparedSchema();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void findsNothingBetweenASchemaAndItself() {
        live.with("CREATE EXTENSION citext; SET TimeZone = 'Asia/Kolkata'");
        live.with(SCHEMA + "CREATE TABLE people (name citext DEFAULT 'x')");
        live.with("SET TimeZone = 'America/St_Johns'; SET IntervalStyle = 'iso_8601'; SET extra_float_digits = -5");

        for (Extent extent : new Extent[] {Extent.TABLES, Extent.EVERYTHING}) {
            assertThat(live.changes(
                            Language.SQL,
                            "SET TimeZone = 'Asia/Kolkata';" + SCHEMA
                                    + "CREATE TABLE people (name citext DEFAULT 'x');",
                            extent))
                    .isEmpty();
        }
        live.assertNothingIsLeftBehind();
    }

    /** Runs are in UTC, wherever their process is; so is what they are compared with. */
    @Test
    void aTimeWithoutAZoneMeansWhatItMeansToARun() {
        String script = """
                CREATE TABLE t (
                    at timestamptz DEFAULT '2020-01-01 12:00' CHECK (at > '2000-01-01'::timestamptz),
                    day date DEFAULT '02/01/2020'::date, path text DEFAULT 'c:\\new');
                """;
        live.with("SET TimeZone = 'UTC'").with(script);
        live.with("SET TimeZone = 'Asia/Kolkata'; SET DateStyle = 'ISO, DMY'; SET standard_conforming_strings = off");

        assertThat(live.changes(Language.SQL, script, Extent.EVERYTHING)).isEmpty();
        assertThat(live.session.texts("SHOW TimeZone")).containsExactly("Asia/Kolkata");
    }

    @Test
    void findsNothingAfterItsOwnStatements() {
        SchemaComparison found = live.against(Language.SQL, SCHEMA);
        live.apply(found);

        assertThat(live.changes(Language.SQL, SCHEMA, Extent.EVERYTHING)).isEmpty();
        assertThat(live.changes(Language.ENTITIES, SCHEMA, null)).isEmpty();
    }

    @Test
    void textThatOnlyLooksLikeANameComesBackAsItWas() {
        String script = """
                CREATE TABLE item (
                    a text DEFAULT 'open to the public. See Public.x', b text DEFAULT 'PUBLIC.b' CHECK (b <> 'a "public".c'),
                    c text DEFAULT $$public .d$$, -- it's in public.item
                    "it's public.e" text DEFAULT 'public.e');
                COMMENT ON TABLE item IS 'Made public. It''s "public".item, of PUBLIC . Item';
                CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $body$
                    SELECT count(*) FROM "public".item WHERE a = 'Public. x' AND b = $$PUBLIC.y$$ -- public.item, PUBLIC.item
                $body$;
                COMMENT ON COLUMN item.a IS '%s';
                CREATE SEQUENCE public.s; ALTER TABLE public . item ADD d bigint DEFAULT nextval('public.s'::regclass);
                """.formatted("It''s public. ".repeat(20_000));
        live.with(script);

        assertThat(live.changes(Language.SQL, script, Extent.EVERYTHING)).isEmpty();
    }
}
