package dev.instar.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DriftTests {

    private final TestDatabase database = TestDatabase.create();
    private final Instar instar = new Instar(database.dataSource(), InstarSettings.DEFAULT);

    private void execute(String sql) {
        database.client().sql(sql).update();
    }

    @Test
    void knowsNothingBeforeItIsToldToRemember() {
        assertThat(instar.schema().drift()).isEmpty();
    }

    @Test
    void namesWhatHasChanged() {
        execute("CREATE TABLE a (id int PRIMARY KEY)");
        execute("CREATE TABLE b (id int)");
        execute("CREATE INDEX b_id ON b (id)");
        instar.schema().remember(UUID.randomUUID());
        assertThat(instar.schema().drift().orElseThrow().objects()).isEmpty();

        execute("DROP INDEX b_id");
        execute("ALTER TABLE a ADD COLUMN x text");
        execute("CREATE VIEW v AS SELECT id FROM b");

        assertThat(instar.schema().drift().orElseThrow().objects())
                .containsExactlyInAnyOrder(
                        "changed table public.a", "removed index public.b_id", "added view public.v");

        instar.schema().remember(UUID.randomUUID());
        assertThat(instar.schema().drift().orElseThrow().isEmpty()).isTrue();
    }

    @Test
    void remembersMoreObjectsThanFitIntoOneStatement() {
        execute("DO $$ BEGIN FOR i IN 1..600 LOOP EXECUTE 'CREATE TABLE t' || i || ' (id int)'; END LOOP; END $$");
        instar.schema().remember(UUID.randomUUID());

        execute("DROP TABLE t600");

        assertThat(instar.schema().drift().orElseThrow().objects()).containsExactly("removed table public.t600");
    }
}
