package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.history.HistoryChangedException;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody writes into the history past the lock, while a revision runs. */
class RecordedAlreadyTests {

    private static final String RECORD = """
            INSERT INTO migration_history (migration_number, migration_name, applied_at, status, revises, depends_on,
                                           checksum, checksum_algorithm, duration_ms, run_id)
                 VALUES ('002', 'Somebody''s', now(), '%s', '', '', '', '', 0, gen_random_uuid());
            """;

    private static final String UNDO = """
            UPDATE migration_history SET status = 'rolled_back', rollback_at = now() WHERE migration_number = '002';
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsAppliedAlreadyIsNotAppliedTwice(boolean grouped) {
        Scene scene = scene(grouped, "applied");
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(HistoryChangedException.class)
                .hasMessageContaining("Revision '002' was applied by somebody else during this run");
        assertThat(scene.values("SELECT migration_number FROM migration_history WHERE status = 'applied'"))
                .containsExactly("001");
        assertThat(scene.values("SELECT relname FROM pg_class WHERE relname IN ('t', 'u', 'v')"))
                .containsExactly("t");
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }

    @Test
    void whatIsUndoneAlreadyIsNotUndoneTwice() {
        Scene scene = new Scene(folder)
                .revision("001_first.sql", "CREATE TABLE t (id int);\n-- @downgrade\nDROP TABLE t;")
                .revision("002_second.sql", "CREATE TABLE u (id int);\n-- @downgrade\nDROP TABLE u;\n" + UNDO);
        scene.upgrade();
        assertThatThrownBy(() -> scene.instar().downgrade(Target.BASE, Trigger.COMMAND))
                .isInstanceOf(HistoryChangedException.class)
                .hasMessageContaining(
                        "Revision '002' was undone by somebody else during this run; it was not undone" + " twice.");
        assertThat(scene.values("SELECT migration_number FROM migration_history WHERE status = 'applied'"))
                .containsExactly("001", "002");
        assertThat(scene.values("SELECT relname FROM pg_class WHERE relname IN ('t', 'u') ORDER BY relname"))
                .containsExactly("t", "u");
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }

    @Test
    void whatIsHalfAppliedOrUndoneIsTakenOver() {
        Scene scene = scene(false, "rolled_back");
        scene.upgrade();
        assertThat(scene.values("SELECT migration_name FROM migration_history WHERE status = 'applied' ORDER BY id"))
                .containsExactly("First", "Second", "Third");
        assertThat(scene.values("SELECT rollback_at::text FROM migration_history"))
                .containsOnlyNulls();
    }

    private Scene scene(boolean grouped, String status) {
        Scene scene = grouped ? new Scene(folder) : new Scene(folder).ungrouped();
        return scene.revision("001_first.sql", "CREATE TABLE t (id int);")
                .revision("002_second.sql", "CREATE TABLE u (id int);\n" + RECORD.formatted(status))
                .revision("003_third.sql", "CREATE TABLE v (id int);");
    }
}
