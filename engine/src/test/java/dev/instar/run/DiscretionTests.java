package dev.instar.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.database.Database;
import dev.instar.database.FailureKind;
import dev.instar.database.SqlError;
import java.sql.SQLException;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

class DiscretionTests {

    private static final SqlError SAID =
            new SqlError("42601", "syntax error at or near \"hunter2\"", "hunter2", "hunter2", "hunter2", 9);
    private static final DataAccessException FAILURE = new BadSqlGrammarException(
            "execute", "ALTER ROLE r PASSWORD hunter2", new SQLException("hunter2", "42601"));

    private final Discretion discretion = new Discretion();

    @Test
    void leavesOutTheWordsOfAServerThatMayRepeatAPassword() {
        discretion.sent("ALTER ROLE r PASSWORD hunter2");
        discretion.sent("SELECT 1");

        assertThat(discretion.about(SAID))
                .isEqualTo(new SqlError(
                        "42601",
                        "what the server said is left out, because the statement contains a password",
                        null,
                        null,
                        null,
                        9));
        DataAccessException shown = discretion.about(FAILURE, SAID);
        assertThat(shown).hasStackTraceContaining("42601");
        assertThat(Throwables.getStackTrace(shown)).doesNotContain("hunter2");
    }

    @Test
    void whatStandsInForALostConnectionIsKnownAsOne() {
        discretion.sent("ALTER ROLE r PASSWORD 'hunter2'");

        DataAccessException lost = discretion.about(FAILURE, new SqlError("08006", "gone", null, null, null, 0));

        assertThat(Database.offline().kindOf(lost)).isEqualTo(FailureKind.CONNECTION_LOST);
    }

    @Test
    void keepsNothingToItselfThatIsNoSecret() {
        discretion.sent("SELECT hunter2");

        assertThat(discretion.about(SAID)).isSameAs(SAID);
        assertThat(discretion.about(FAILURE, SAID)).isSameAs(FAILURE);
    }
}
