package dev.instar;

import dev.instar.revision.InstarException;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The database could not be reached, or refused Instar's own statements. No revision was run. */
public final class DatabaseUnavailableException extends InstarException {

    private DatabaseUnavailableException(String description, String action, DataAccessException cause) {
        super(description, action, cause);
    }

    static DatabaseUnavailableException because(DataAccessException failure) {
        String said = sentence(whatTheDriverSaid(failure));
        if (failure instanceof CannotGetJdbcConnectionException) {
            return new DatabaseUnavailableException(
                    "The database cannot be reached: " + said,
                    "Check that it runs, and that 'spring.datasource.url', the user and the password are right.",
                    failure);
        }
        return new DatabaseUnavailableException(
                "The database refused what Instar asked for itself: " + said,
                "Give the migrating user the rights to create and change Instar's two tables.",
                failure);
    }

    /** The driver names host and port; what it was caused by, a refused socket for example, does not. */
    private static Throwable whatTheDriverSaid(DataAccessException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return cause;
            }
        }
        return failure.getMostSpecificCause();
    }

    private static String sentence(Throwable cause) {
        String text = String.valueOf(cause.getMessage()).strip();
        String state = cause instanceof SQLException sql && sql.getSQLState() != null
                ? " (SQLSTATE %s)".formatted(sql.getSQLState())
                : "";
        return (text.endsWith(".") ? text.substring(0, text.length() - 1) : text) + state + ".";
    }
}
