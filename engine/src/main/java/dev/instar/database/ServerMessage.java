package dev.instar.database;

/**
 * Something the server has to say about a statement that it nevertheless carries out.
 *
 * @param isWarning whether somebody should read it
 */
public record ServerMessage(boolean isWarning, String text) {

    /** The log that gets them. Below its level of debugging, the server is not asked for any but warnings. */
    public static final String LOG = "dev.instar.server";
}
