package dev.instar.database;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Reads PostgreSQL's SQLSTATEs. */
final class PostgreSqlFailures {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String CONNECTION_EXCEPTION = "08";
    private static final String CONNECTION_FAILURE = "08006";
    private static final Pattern DRIVERS_SETTING =
            Pattern.compile("\\b(client_encoding|DateStyle|standard_conforming_strings)\\b");
    /** A pooler says so of a server that is gone. */
    private static final String PROTOCOL_VIOLATION = "08P01";

    /** Shut down by an administrator, crashed, starting up, timed out. */
    private static final Set<String> NO_CONNECTION = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25P04");

    private static final Set<String> HARMLESS = Set.of("NOTICE", "INFO", "LOG", "DEBUG");

    private static final Map<String, FailureKind> KINDS = Map.of(
            "55P03", FailureKind.LOCK_TIMEOUT,
            "40P01", FailureKind.DEADLOCK,
            "40001", FailureKind.DEADLOCK,
            "57014", FailureKind.CANCELLED,
            "53300", FailureKind.CROWDED,
            "25001", FailureKind.REFUSES_TRANSACTION);

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,9}");

    boolean isMissingTable(DataAccessException failure) {
        return UNDEFINED_TABLE.equals(stateOf(failure));
    }

    FailureKind kindOf(DataAccessException failure) {
        String state = stateOf(failure);
        if (state == null) {
            return failure.getMostSpecificCause() instanceof IOException
                    ? FailureKind.CONNECTION_LOST
                    : FailureKind.REFUSED;
        }
        boolean lost = state.startsWith(CONNECTION_EXCEPTION)
                        && !isAboutAnotherServer(failure, state)
                        && !isDriversDecision(failure, state)
                || NO_CONNECTION.contains(state);
        return lost ? FailureKind.CONNECTION_LOST : KINDS.getOrDefault(state, FailureKind.REFUSED);
    }

    /** A server that can still say so has lost somebody else, whom a foreign table or {@code dblink} leads to. */
    private static boolean isAboutAnotherServer(DataAccessException failure, String state) {
        return !state.equals(PROTOCOL_VIOLATION)
                && !(failure instanceof CannotGetJdbcConnectionException)
                && saidByServer(failure) != null;
    }

    /** It hangs up, too, where a script has changed what it depends on, and names that; it would do so again. */
    private static boolean isDriversDecision(DataAccessException failure, String state) {
        SQLException cause = sqlCause(failure);
        return state.equals(CONNECTION_FAILURE)
                && cause != null
                && DRIVERS_SETTING.matcher(String.valueOf(cause.getMessage())).find();
    }

    SqlError describe(DataAccessException failure) {
        ServerErrorMessage said = saidByServer(failure);
        if (said != null) {
            return describe(said);
        }
        SQLException cause = sqlCause(failure);
        String state = stateOf(failure);
        Throwable thrown = cause == null ? failure.getMostSpecificCause() : cause;
        return new SqlError(state == null ? "none" : state, String.valueOf(thrown.getMessage()), null, null, null, 0);
    }

    /**
     * The driver tells it nowhere but in a sentence, in whatever language: first the number of the statement, and then
     * its text. Both must fit.
     */
    int refusedOf(List<String> together, DataAccessException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BatchUpdateException batch) {
                String said = String.valueOf(batch.getMessage());
                Matcher number = NUMBER.matcher(said);
                int one = number.find() ? Integer.parseInt(number.group()) : together.size();
                boolean fits =
                        one < together.size() && said.indexOf(together.get(one).strip(), number.end()) >= 0;
                return fits ? one : -1;
            }
        }
        return -1;
    }

    /** A severity in another language is taken seriously. */
    ServerMessage message(SQLWarning warning) {
        boolean harmless = warning instanceof PSQLWarning said
                && HARMLESS.contains(String.valueOf(said.getServerErrorMessage().getSeverity()));
        return new ServerMessage(!harmless, String.valueOf(warning.getMessage()));
    }

    private static SqlError describe(ServerErrorMessage error) {
        return new SqlError(
                String.valueOf(error.getSQLState()),
                String.valueOf(error.getMessage()),
                error.getDetail(),
                error.getHint(),
                error.getWhere(),
                error.getPosition());
    }

    private static @Nullable ServerErrorMessage saidByServer(DataAccessException failure) {
        return sqlCause(failure) instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
    }

    private static @Nullable String stateOf(DataAccessException failure) {
        SQLException cause = sqlCause(failure);
        return cause == null ? null : cause.getSQLState();
    }

    /** The driver wraps what the network said, so that the innermost cause is not always the one with a state. */
    private static @Nullable SQLException sqlCause(DataAccessException failure) {
        SQLException innermost = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (innermost == null || sql.getSQLState() != null)) {
                innermost = sql;
            }
        }
        return innermost;
    }
}
