package dev.instar.run;

import dev.instar.database.SqlError;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.Literals;
import org.springframework.dao.DataAccessException;

/**
 * Keeps to itself what was sent, where that may contain a password or was put in the place of a placeholder: failures
 * are logged with everything that caused them, and the driver's repeat each statement that was sent with the refused one.
 */
final class Discretion {

    private boolean secretive;
    private boolean rendered;

    static Discretion of(ScriptStatement statement) {
        Discretion discretion = new Discretion();
        discretion.sent(statement);
        return discretion;
    }

    void sent(ScriptStatement statement) {
        sent(statement.written());
        sent(statement.text());
        rendered |= !statement.text().equals(statement.written());
    }

    void sent(String text) {
        secretive |= Literals.maySayPassword(text);
    }

    /** What may be said of it. */
    SqlError about(SqlError said) {
        return secretive ? said.withoutWords() : said;
    }

    /** The failure itself, or one in its place that says what may be said of it. */
    DataAccessException about(DataAccessException failure, SqlError said) {
        return secretive || rendered ? about(said).asFailure() : failure;
    }
}
