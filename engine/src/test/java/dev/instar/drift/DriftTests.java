package dev.instar.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
        instar.schema().remember();
        assertThat(instar.schema().drift().orElseThrow().objects()).isEmpty();

        execute("DROP INDEX b_id");
        execute("ALTER TABLE a ADD COLUMN x text");
        execute("CREATE VIEW v AS SELECT id FROM b");

        assertThat(instar.schema().drift().orElseThrow().objects())
                .containsExactlyInAnyOrder(
                        "changed table public.a", "removed index public.b_id", "added view public.v");

        instar.schema().remember();
        assertThat(instar.schema().drift().orElseThrow().isEmpty()).isTrue();
    }

    @Test
    void remembersMoreObjectsThanFitIntoOneStatement() {
        execute("DO $$ BEGIN FOR i IN 1..600 LOOP EXECUTE 'CREATE TABLE t' || i || ' (id int)'; END LOOP; END $$");
        instar.schema().remember();

        execute("DROP TABLE t600");

        assertThat(instar.schema().drift().orElseThrow().objects()).containsExactly("removed table public.t600");
    }

    @Test
    void whatARunHasMadeThatIsNotRememberedIsNobodysDrift(@TempDir Path folder) throws IOException {
        Instar migrating = new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + folder));
        Files.writeString(folder.resolve("001_a.sql"), "CREATE TABLE a (id int)");
        UUID run = migrating
                .upgrade(Target.HEADS, Trigger.STARTUP)
                .orElseThrow()
                .run()
                .id();
        migrating.schema().remember(run);
        Files.writeString(folder.resolve("002_b.sql"), "CREATE TABLE b (id int)");
        new Instar(database.dataSource(), migrating.settings()).upgrade(Target.HEADS, Trigger.STARTUP);

        assertThat(migrating.schema().drift().orElseThrow().objects()).containsExactly("added table public.b");
        assertThat(migrating.schema().driftBesideRuns(PATIENCE)).isEmpty();

        migrating.schema().remember();
        assertThat(migrating.schema().driftBesideRuns(PATIENCE).orElseThrow().isEmpty())
                .isTrue();
        execute("DROP TABLE a");
        assertThat(migrating.schema().driftBesideRuns(PATIENCE).orElseThrow().objects())
                .containsExactly("removed table public.a");
    }
}
