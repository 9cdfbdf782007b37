package dev.instar.database;

import org.jspecify.annotations.Nullable;

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

    /** The same about the rest of the statement, when so many characters were sent in front of it. */
    public SqlError behind(int characters) {
        return new SqlError(sqlState, message, detail, hint, context, Math.max(0, position - characters));
    }
}
