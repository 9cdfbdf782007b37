package dev.instar;

import dev.instar.history.TableNames;
import dev.instar.revision.InstarException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The database could not be reached, or refused Instar's own statements. No revision was run. */
public final class DatabaseUnavailableException extends InstarException {

    private static final String MISSING_COLUMN = "42703";

    private static final String NOT_LET_IN = "28000";

    private static final String NO_ANSWER = "08006";

    private static final String CHECK_THE_ADDRESS =
            "Check that it runs, and that 'spring.datasource.url', the user and the password are right.";
    private static final String ASK_THE_SERVER =
            "Look into the log of the server, which says why, and correct the user, the rules in 'pg_hba.conf', or what"
                    + " the URL says of 'sslmode' and 'sslcert'.";
    private static final String ONE_IS_GONE =
            "Bring back the one of Instar's tables that is missing, drop the others if the database was emptied, or set"
                    + " both 'instar.history-table' and 'instar.journal-table' if they are another service's.";
    private static final String SOMEBODY_WAITS =
            "Start again when it can be reached, and when nobody has locked Instar's tables for long.";

    private static final Map<String, String> ACTIONS = Map.of(
            "42501",
            "Give the migrating user the rights to create and change Instar's tables.",
            "25006",
            "Connect to the primary server, or with a user whose transactions are not read-only by default.",
            "3F000",
            "Create the schema, correct 'instar.schema', or correct the search path of the connection.",
            "42P01",
            ONE_IS_GONE,
            "42P07",
            ONE_IS_GONE,
            "23505",
            "Set the sequences of Instar's tables behind their rows, where replication or a copy of the rows left them.",
            "55P03",
            SOMEBODY_WAITS,
            NO_ANSWER,
            SOMEBODY_WAITS);

    private DatabaseUnavailableException(String description, String action, DataAccessException cause) {
        super(description, action, cause);
    }

    static DatabaseUnavailableException because(DataAccessException failure, DataSource dataSource, TableNames tables) {
        SQLException said = whatTheDriverSaid(failure);
        String state = said == null ? null : said.getSQLState();
        if (failure instanceof CannotGetJdbcConnectionException) {
            return new DatabaseUnavailableException(
                    "%s cannot be reached: %s%s."
                            .formatted(
                                    DatabaseAddress.of(dataSource), whyThereIsNoConnection(failure, said), in(state)),
                    NOT_LET_IN.equals(state) ? ASK_THE_SERVER : CHECK_THE_ADDRESS,
                    failure);
        }
        String sentence = sentence(said == null ? failure.getMostSpecificCause() : said);
        if (MISSING_COLUMN.equals(state)) {
            return new DatabaseUnavailableException(
                    "There are tables named '%s' or '%s' that are not Instar's: %s%s."
                            .formatted(tables.historyName(), tables.journalName(), sentence, in(state)),
                    "Set 'instar.history-table' and 'instar.journal-table', or 'instar.schema', so that Instar has its own.",
                    failure);
        }
        return new DatabaseUnavailableException(
                "%s %s what Instar asked for itself: %s%s."
                        .formatted(
                                DatabaseAddress.of(dataSource),
                                NO_ANSWER.equals(state) ? "did not answer" : "refused",
                                sentence,
                                in(state)),
                ACTIONS.getOrDefault(String.valueOf(state), "Put that right and start again."),
                failure);
    }

    /** Pools wrap what the driver said in words of their own; what caused that, a refused socket, names nothing. */
    private static @Nullable SQLException whatTheDriverSaid(DataAccessException failure) {
        SQLException innermost = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause instanceof SQLException sql ? sql : innermost;
        }
        return innermost;
    }

    /** The server's own words about a user who is not let in name that user. */
    private static String whyThereIsNoConnection(DataAccessException failure, @Nullable SQLException said) {
        Throwable root = failure.getMostSpecificCause();
        if (root instanceof UnknownHostException) {
            return "there is no host '%s'".formatted(root.getMessage());
        }
        if (said != null && String.valueOf(said.getSQLState()).startsWith("28")) {
            return NOT_LET_IN.equals(said.getSQLState())
                    ? "it does not let this user in, or not in this way, such as without encryption or a certificate"
                    : "it does not accept the user or the password";
        }
        return sentence(said == null ? root : said);
    }

    /** The first line; the ones behind it point into a statement that nobody sees. */
    private static String sentence(Throwable cause) {
        String text =
                String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("it does not say why");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String in(@Nullable String state) {
        return state == null ? "" : " (SQLSTATE %s)".formatted(state);
    }
}
