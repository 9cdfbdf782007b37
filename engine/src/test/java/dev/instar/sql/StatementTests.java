package dev.instar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementTests {

    private final Statement statement =
            Transcript.statements("-- ä\r\n  SELECT 'ä😀',\r\n\tx\n,y").get(0);

    @Test
    void findsTheServersErrorPositionInTheScript() {
        assertThat(statement.position()).isEqualTo(new TextPosition(8, 2, 3));
        assertThat(statement.positionOf(1)).isEqualTo(new TextPosition(8, 2, 3));
        assertThat(statement.positionOf(8)).isEqualTo(new TextPosition(15, 2, 10));
        assertThat(statement.positionOf(11)).isEqualTo(new TextPosition(19, 2, 13));
        assertThat(statement.positionOf(16)).isEqualTo(new TextPosition(24, 3, 2));
        assertThat(statement.positionOf(18)).isEqualTo(new TextPosition(26, 4, 1));
    }

    @Test
    void staysInsideTheStatement() {
        assertThat(statement.positionOf(0)).isEqualTo(statement.position());
        assertThat(statement.positionOf(99)).isEqualTo(new TextPosition(28, 4, 3));
    }

    @Test
    void isFoundBeyondTwoBillionCharacters() {
        TextPosition far = new TextPosition(Integer.MAX_VALUE, 9, 1);

        assertThat(new Statement("SELECT 1", far, StatementKind.QUERY, true).positionAt(7))
                .isEqualTo(new TextPosition(Integer.MAX_VALUE + 7L, 9, 8));
    }
}
