package dev.instar.autogenerate;

import static dev.instar.autogenerate.Language.ENTITIES;
import static dev.instar.autogenerate.Language.SQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.revision.InstarException;
import dev.instar.schema.Fingerprint;
import java.util.List;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What cannot be compared is said in a sentence; nothing is changed, and nothing is left behind. */
class RefusalTests {

    private final ComparedSchema live = new ComparedSchema();
    private Fingerprint before;

    @BeforeEach
    void create() {
        live.with("CREATE TABLE item (id int, name text); CREATE VIEW names AS SELECT name FROM item");
        before = Fingerprint.of(live.catalog());
    }

    @AfterEach
    void nothingIsChangedAndNothingLeftBehind() {
        assertThat(Fingerprint.of(live.catalog())).isEqualTo(before);
        live.assertNothingIsLeftBehind();
        live.close();
    }

    @Test
    void refusesEntitiesThatTheServerDoesNotTake() {
        assertThatThrownBy(() -> live.against(ENTITIES, "create table item (id nonsense);"))
                .isInstanceOf(WantedSchemaException.class)
                .hasMessage("""
                        The schema that the entities want cannot be created: type "nonsense" does not exist\
                         (SQLSTATE 42704).
                          create table item (id nonsense)
                        Correct the mapping. Nothing was changed.""");
    }

    @Test
    void namesTheLineOfAScript() {
        assertThatThrownBy(() -> live.against(SQL, "create table a (id int);\n\ncreate table public.a (id int);"))
                .hasMessageContaining("relation \"a\" already exists")
                .hasMessageContaining("(line 3)");
    }

    @Test
    void tellsNoPasswordOfAScript() {
        Throwable failure =
                catchThrowable(() -> live.against(SQL, "create table a (password text default 'x1', b c1);"));

        assertThat(failure).isInstanceOf(WantedSchemaException.class).hasMessageContaining("default '***', b c1");
        assertThat(Throwables.getStackTrace(failure)).doesNotContain("x1");
        assertThatThrownBy(() -> live.against(ENTITIES, "create table a (password c1);"))
                .hasMessageContaining("type \"c1\" does not exist");
    }

    @Test
    void refusesAUserWhoMayNotCreateASchema() {
        String user = "reader_of_" + live.server.name();
        live.with("CREATE ROLE " + user + " LOGIN PASSWORD 'r'");
        try (Session reader = Session.open(new DriverManagerDataSource(live.server.url(), user, "r"))) {
            SchemaComparer comparer = new SchemaComparer(reader, Database.of(reader), table -> false);

            assertThatThrownBy(() -> comparer.compare(
                            new ScriptedSchema("the entities", "create table item (id int);", ENTITIES),
                            ComparisonOptions.DEFAULT))
                    .isInstanceOf(WantedSchemaException.class)
                    .hasMessageContaining("may not create a schema in this database")
                    .hasMessageContaining("permission denied for database")
                    .hasMessageContaining("GRANT CREATE ON DATABASE");
        }
    }

    @Test
    void refusesToTakeAwayWhatAViewReads() {
        assertThatThrownBy(() -> live.against(ENTITIES, "create table item (id integer);"))
                .isInstanceOf(InstarException.class)
                .hasMessage("""
                        Something that stays needs something that is not wanted any more:
                          view public.names needs column public.item.name
                        Drop or change it in a revision of its own first, or keep what it needs.""");
    }

    @Test
    void refusesToTakeAwayWhatAPolicyReads() {
        live.with(
                "CREATE TABLE guarded (id int, owner text); CREATE POLICY own ON guarded USING (owner = CURRENT_USER)");

        assertThatThrownBy(() -> live.against(
                        ENTITIES, "create table item (id integer, name text); create table guarded (id integer);"))
                .hasMessageContaining("policy own on public.guarded needs column public.guarded.owner");
        live.with("DROP TABLE guarded");
    }

    @Test
    void refusesToMakeAnewWhatItDoesNotKnowEntirely() {
        assertThatThrownBy(() -> live.against(
                        ENTITIES,
                        "create table item (id integer, title varchar(50));",
                        ComparisonOptions.DEFAULT.withRenames(List.of("item.name:title"))))
                .hasMessage(
                        "The view public.names reads what gets another name, and has to be made anew for another change."
                                + " Write what is renamed into a revision of its own first.");

        live.with("CREATE RULE quiet AS ON DELETE TO names DO INSTEAD NOTHING");
        assertThatThrownBy(() -> live.against(ENTITIES, "create table item (id integer, name varchar(50));"))
                .hasMessageContaining("The view public.names has to be made anew, and would lose the rule quiet on"
                        + " public.names.");
        live.with("DROP RULE quiet ON names");
    }

    @Test
    void doesNotMindAScratchSchemaThatSomebodyLeft() {
        live.with("CREATE SCHEMA instar_scratch_0123456789ab; CREATE TABLE instar_scratch_0123456789ab.item (x int)");

        assertThat(live.against(ENTITIES, "create table item (id integer, name text);")
                        .isEmpty())
                .isTrue();

        live.with("DROP SCHEMA instar_scratch_0123456789ab CASCADE");
    }

    @Test
    void saysWhatItHasNoModelFor() {
        live.with("CREATE TYPE span AS RANGE (subtype = int)");

        SchemaComparison found = live.against(ENTITIES, "create table item (id integer, name text);");

        assertThat(found.isEmpty()).isTrue();
        assertThat(found.unmodelled())
                .extracting(object -> object.kind() + " " + object.name())
                .contains("range type public.span");
        live.with("DROP TYPE span");
    }

    @Test
    void refusesARenameOfNothing() {
        assertThatThrownBy(() -> live.against(
                        ENTITIES,
                        "create table item (id integer, name text);",
                        ComparisonOptions.DEFAULT.withRenames(List.of("itm:article"))))
                .hasMessage("There is no 'itm' to rename. Did you mean 'item'?");
        assertThatThrownBy(() -> live.against(
                        ENTITIES,
                        "create table item (id integer, name text);",
                        ComparisonOptions.DEFAULT.withRenames(List.of("item"))))
                .hasMessageContaining("'item' is no rename");
    }
}
