package dev.instar.run;

import dev.instar.database.SqlError;
import dev.instar.revision.Origin;
import org.springframework.dao.DataAccessException;

/**
 * A statement the server refused.
 *
 * @param place the line the server stumbled over
 * @param excerpt the lines around that place
 */
record StatementFailure(Origin place, String excerpt, SqlError error, DataAccessException cause)
        implements StepFailure {

    @Override
    public String reason() {
        return "SQLSTATE " + error.sqlState() + ".";
    }

    /** The statement and the server's own words about it. */
    @Override
    public String detail() {
        StringBuilder text = new StringBuilder(excerpt);
        text.append("\nSQLSTATE ").append(error.sqlState()).append(": ").append(error.message());
        if (error.detail() != null) {
            text.append("\nDetail: ").append(error.detail());
        }
        if (error.hint() != null) {
            text.append("\nHint: ").append(error.hint());
        }
        return text.toString();
    }
}
