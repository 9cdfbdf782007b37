package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.revision.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementDirectivesTests {

    @TempDir
    Path folder;

    @Test
    void reachTheStatementBelowThemAndNoOther() {
        folder().write("001_first.sql", """
                SELECT 1;
                -- @no-transaction
                -- @timeout 5m
                -- @allow blocks-writes the table is empty
                -- @allow drops-column nobody reads it
                -- an ordinary comment
                CREATE INDEX CONCURRENTLY i ON a (b);
                SELECT 2;
                -- @downgrade
                -- @timeout 500 ms
                DROP INDEX i;
                """);

        assertThat(folder().statements("001", Direction.UPGRADE))
                .extracting(ScriptStatement::options)
                .containsExactly(
                        StatementOptions.NONE,
                        new StatementOptions(
                                true,
                                Duration.ofMinutes(5),
                                List.of(
                                        new StatementOptions.Allowance("blocks-writes", "the table is empty"),
                                        new StatementOptions.Allowance("drops-column", "nobody reads it"))),
                        StatementOptions.NONE);
        assertThat(folder().statements("001", Direction.DOWNGRADE))
                .extracting(statement -> statement.options().timeout())
                .containsExactly(Duration.ofMillis(500));
    }

    @Test
    void areRefusedWithoutAStatement() {
        folder().write("001_first.sql", """
                -- @timeout 1s
                -- @message First
                SELECT 1;
                -- @no-transaction
                -- @downgrade
                SELECT 1;
                -- @timeout 2h
                """);

        assertThat(folder().problems())
                .containsExactly(
                        "No statement follows '-- @timeout' (001_first.sql:1). Put it right above the statement it is for.",
                        "No statement follows '-- @no-transaction' (001_first.sql:4)."
                                + " Put it right above the statement it is for.",
                        "No statement follows '-- @timeout' (001_first.sql:7). Put it right above the statement it is for.");
    }

    @Test
    void areRefusedInTheMiddleOfAStatement() {
        folder().write(
                        "001_first.sql",
                        "DELETE FROM a\n-- @no-transaction\nWHERE id = 1;\nSELECT 1\n-- @downgrade\nSELECT 1");

        assertThat(folder().problems())
                .containsExactly("'-- @no-transaction' stands below a statement that does not end (001_first.sql:2)."
                        + " End the statement with a semicolon, or move the line above it.");
    }

    @Test
    void areRefusedWhenTheyMakeNoSense() {
        folder().write("001_first.sql", """
                -- @timeout soon
                -- @timeout 0s
                -- @timeout 1s
                -- @timeout 2s
                -- @no-transaction please
                -- @allow drops-column
                SELECT 1;
                -- @batch table=a
                -- @timeout 597h
                SELECT 1;
                """);

        assertThat(folder().problems())
                .containsExactly(
                        "'soon' is not a time (001_first.sql:1)."
                                + " Write a number and its unit, as in '-- @timeout 30s'; units are ms, s, m and h, and 596h is the most.",
                        "'0s' is not a time (001_first.sql:2)."
                                + " Write a number and its unit, as in '-- @timeout 30s'; units are ms, s, m and h, and 596h is the most.",
                        "'-- @timeout' stands twice above one statement (001_first.sql:4). Keep one of the lines.",
                        "'-- @no-transaction' is followed by 'please' (001_first.sql:5)."
                                + " Write it alone on its line; comments go on a line of their own.",
                        "'-- @allow' wants a hazard and a reason (001_first.sql:6)."
                                + " Write both, as in '-- @allow drops-column nobody has read it since version 3'.",
                        "There is no directive '-- @batch' (001_first.sql:8). Known are '@revision', '@revises', '@message',"
                                + " '@label', '@depends-on', '@irreversible', '@environments', '@placeholders', '@upgrade',"
                                + " '@downgrade', '@require', '@ensure', '@no-transaction', '@timeout', '@allow'.",
                        "'597h' is not a time (001_first.sql:9)."
                                + " Write a number and its unit, as in '-- @timeout 30s'; units are ms, s, m and h, and 596h is the most.");
    }

    private RevisionFolder folder() {
        return new RevisionFolder(folder);
    }
}
