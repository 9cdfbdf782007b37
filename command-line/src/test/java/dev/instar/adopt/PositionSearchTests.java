package dev.instar.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.TestDatabase;
import dev.instar.autogenerate.TableFilter;
import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.plan.Position;
import dev.instar.revision.RevisionId;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import dev.instar.script.RevisionOptions;
import dev.instar.script.Revisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays beside a live schema, of which they find and lock nothing. */
class PositionSearchTests {

    private static final String CUSTOMER = "CREATE TABLE customer (id bigserial PRIMARY KEY, name text NOT NULL)";
    private static final String ORDERS = "CREATE TABLE orders (id int REFERENCES customer)";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void writeRevisions() throws IOException {
        write("001_customers.sql", CUSTOMER + ";");
        write("002_orders.sql", "CREATE TABLE orders (id int REFERENCES public.customer);");
    }

    @Test
    void looksAtEveryWayThroughTheBranches() throws IOException {
        write("a.sql", "-- @revision a\n-- @revises 001\n-- @message A\nCREATE TABLE a (id int);");
        write("b.sql", "-- @revision b\n-- @revises a\n-- @message B\nCREATE TABLE b (id int);");

        assertThat(matches(CUSTOMER, ORDERS, "CREATE TABLE a (id int)")).containsExactly("002 a");
        assertThat(matches("DROP TABLE orders")).containsExactly("a");
        assertThat(matches("CREATE TABLE b (id int)")).containsExactly("b");
        assertThat(matches(ORDERS)).containsExactly("002 b");

        write("c.sql", "-- @revision c\n-- @revises 002, b\n-- @message A merge that does nothing");

        assertThat(words(search(PositionSearch::search))).containsExactly("c");
    }

    @Test
    void replaysWhatTakesMoreThanATransactionOrASchema() throws IOException {
        write("003_other_things.sql", """
                CREATE ROLE somebody_else LOGIN;
                CREATE EXTENSION citext;
                CREATE SCHEMA audit;
                CREATE TYPE mood AS ENUM ('sad');
                CREATE TABLE audit.log (who citext, mood mood DEFAULT 'sad', at public.citext);
                GRANT SELECT ON audit.log TO somebody_else;
                CREATE TEMP TABLE aside AS SELECT * FROM customer;
                """);
        write("004_indexes.sql", """
                CREATE INDEX CONCURRENTLY by_name ON public.customer (name);
                ALTER TYPE mood ADD VALUE 'glad';
                CREATE TEMP TABLE aside (id int);
                SET search_path = audit;
                CREATE VIEW whose AS SELECT who, at FROM log;
                DO $$
                BEGIN
                  IF NOT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'late') THEN
                    EXECUTE format('CREATE TABLE %I.late (name text)', 'public');
                  END IF;
                END $$;
                """);
        write("005_fewer_indexes.sql", "DROP INDEX CONCURRENTLY by_name;");

        assertThat(matches(
                        CUSTOMER,
                        ORDERS,
                        "CREATE EXTENSION citext",
                        "CREATE SCHEMA audit",
                        "CREATE TYPE mood AS ENUM ('sad', 'glad')",
                        "CREATE TABLE audit.log (who citext, mood mood DEFAULT 'sad', at citext)",
                        "CREATE VIEW audit.whose AS SELECT who, at FROM audit.log",
                        "CREATE TABLE late (name text)"))
                .containsExactly("005");
        assertThat(matches("CREATE INDEX by_name ON customer (name)")).containsExactly("004");
    }

    @Test
    void aDumpIsWhatItWasMadeOf() throws IOException {
        write("001_customers.sql", """
                SELECT pg_catalog.set_config('search_path', '', false);
                SET default_table_access_method = heap;
                CREATE TABLE public.customer (id bigint NOT NULL, name text NOT NULL);
                ALTER TABLE public.customer OWNER TO nobody_here;
                CREATE SEQUENCE public.customer_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
                ALTER SEQUENCE public.customer_id_seq OWNED BY public.customer.id;
                ALTER TABLE ONLY public.customer
                    ALTER COLUMN id SET DEFAULT nextval('public.customer_id_seq'::regclass);
                COPY public.customer (id, name) FROM stdin;
                1	Ada
                \\.
                SELECT pg_catalog.setval('public.customer_id_seq', 1, true);
                ALTER TABLE ONLY public.customer ADD CONSTRAINT customer_pkey PRIMARY KEY (id);
                """);

        assertThat(matches(CUSTOMER)).containsExactly("001");
        assertThat(database.client()
                        .sql("SELECT is_called FROM customer_id_seq")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void anExtensionOrASchemaTellsOnePositionFromAnother() throws IOException {
        write("003_extension.sql", "CREATE EXTENSION IF NOT EXISTS citext;");
        write("004_schema.sql", "CREATE SCHEMA audit;");
        write("005_no_schema.sql", "DROP SCHEMA audit;");

        assertThat(matches(CUSTOMER, ORDERS)).containsExactly("002");
        assertThat(matches("CREATE EXTENSION citext")).containsExactly("003", "005");
        assertThat(matches("CREATE SCHEMA audit")).containsExactly("004");
    }

    @Test
    void findsNothingOfTheLiveSchemaForARevisionToChange() throws IOException {
        write("001_customers.sql", "ALTER TABLE customer ADD name text;");
        live(CUSTOMER);

        assertThatThrownBy(() -> search(search -> search.difference(at("001"))))
                .isInstanceOf(ReplayException.class)
                .hasMessage("""
                        Revision '001' cannot be replayed: relation "customer" does not exist (%s/001_customers.sql:1). \
                        See that the files before it create all it needs, or say yourself where the database is with 'instar stamp'.\
                        """, folder);
        PositionFinding found = search(PositionSearch::search);
        assertThat(found.matches()).isEmpty();
        assertThat(found.obstacle()).isInstanceOf(ReplayException.class);
    }

    @Test
    void stopsWhenARevisionFindsItsWayIntoTheLiveSchema() throws IOException {
        write("003_detour.sql", """
                DO $$ BEGIN EXECUTE 'ALTER TABLE ' || chr(112) || 'ublic.customer ADD lost int'; END $$;
                """);
        live(CUSTOMER, ORDERS);

        PositionFinding found = search(PositionSearch::search);

        assertThat(words(found)).containsExactly("002");
        assertThat(found.obstacle())
                .hasMessageStartingWith(
                        "Revision '003' cannot be replayed: it finds 'public.customer' of the live schema.");
    }

    @Test
    void followsTheConnectionIntoItsSchema() throws IOException {
        write("002_orders.sql", ORDERS + ";");
        live("CREATE SCHEMA shop", "SET search_path = shop", CUSTOMER, ORDERS);
        live(
                "CREATE TABLE public.customer (other int)",
                "ALTER DATABASE " + database.name() + " SET search_path = shop, public");

        assertThat(words(search(PositionSearch::search))).containsExactly("002");
    }

    @Test
    void whatIsWrittenInJavaIsSeenInWhatItLeftOnly() {
        live(CUSTOMER, ORDERS);

        PositionFinding found = search(PositionSearch::search);

        assertThat(words(found)).containsExactly("002");
        PositionFinding withJava =
                search(revisions(RevisionOptions.NONE.withJavaRevisions(new Filling())), PositionSearch::search);
        assertThat(words(withJava)).containsExactly("002", "filled");
        assertThat(withJava.notRun()).containsExactly(new RevisionId("filled"));
    }

    @RevisionHeader(id = "filled", revises = "002", message = "Fill", irreversible = "filled")
    static final class Filling implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            throw new AssertionError("It is not run.");
        }
    }

    /** The positions that the database may be at, after these statements. */
    private List<String> matches(String... statements) {
        live(statements);
        return words(search(PositionSearch::search));
    }

    private static List<String> words(PositionFinding found) {
        return found.matches().stream()
                .map(position -> String.join(
                        " ", position.current().stream().map(RevisionId::value).toList()))
                .toList();
    }

    private Position at(String id) {
        return Position.assumed(revisions(RevisionOptions.NONE).graph(), List.of(new RevisionId(id)));
    }

    private <T> T search(Function<PositionSearch, T> look) {
        return search(revisions(RevisionOptions.NONE), look);
    }

    private <T> T search(Revisions revisions, Function<PositionSearch, T> look) {
        try (Session session = Session.open(database.dataSource())) {
            T found = look.apply(
                    new PositionSearch(session, Database.of(session), revisions, TableFilter.ALL, table -> false));
            assertThat(session.texts("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'instar%'"))
                    .isEmpty();
            return found;
        }
    }

    private Revisions revisions(RevisionOptions options) {
        return Revisions.read(List.of("file:" + folder), options);
    }

    private void live(String... statements) {
        database.client().sql(String.join(";", statements)).update();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
