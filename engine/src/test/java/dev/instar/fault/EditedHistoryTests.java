package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.history.InvalidHistoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedHistoryTests {

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void setScene() {
        scene = new Scene(folder).revision("001_first.sql", "CREATE TABLE a (id int);");
        scene.upgrade();
        scene.revision("002_second.sql", "CREATE TABLE b (id int);");
    }

    @Test
    void namesEveryRowThatInstarCannotHaveWrittenAndExecutesNothing() {
        scene.sql("ALTER TABLE migration_history DROP CONSTRAINT migration_history_status_check");
        scene.sql("UPDATE migration_history SET migration_number = '001; drop', status = 'done', revises = 'x,,y'");

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessageStartingWith("The table migration_history holds what Instar cannot have written. In row 1 of"
                        + " revision '001; drop': its status is 'done', and no revision can have the id '001; drop', and"
                        + " no revision can have the id ''.");
        assertThat(scene.value("SELECT to_regclass('b') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void namesAStateThatCannotBe() {
        scene.sql("UPDATE migration_history SET rollback_at = now()");

        assertThatThrownBy(scene::upgrade)
                .hasMessageContaining("row 1 of revision '001': it is 'applied' and has a 'rollback_at'.");
    }
}
