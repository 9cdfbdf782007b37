package dev.instar.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * What the server said about a statement that failed.
 *
 * @param sqlState the five characters of the standard
 * @param message the server's own words
 * @param detail more of the server's words
 * @param hint the server's advice
 * @param context what the server was inside of: a function, a line of data
 * @param position the character of the statement it stumbled over, counted from one; zero when it named none
 */
public record SqlError(
        String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String context,
        int position) {

    private static final String LEFT_OUT =
            "what the server said is left out, because the statement contains a password";

    /** The same about the rest of the statement, when so many characters were sent in front of it. */
    public SqlError behind(int characters) {
        return new SqlError(sqlState, message, detail, hint, context, Math.max(0, position - characters));
    }

    /** The same without the server's words, which may repeat the statement. */
    public SqlError withoutWords() {
        return new SqlError(sqlState, LEFT_OUT, null, null, null, position);
    }

    /** A failure that says this alone: the driver's own one repeats whole statements, and keeps others behind it. */
    public DataAccessException asFailure() {
        return new UncategorizedSQLException("send", null, new SQLException(message, sqlState));
    }
}
