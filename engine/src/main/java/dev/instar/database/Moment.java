package dev.instar.database;

/** When the catalog is asked about a statement that runs outside a transaction. */
public enum Moment {
    /** It is about to be run for the first time, as far as anyone knows. */
    BEFORE,
    /** The server has just said that it succeeded. */
    AFTER_SUCCESS,
    /** The server has just said that it failed. */
    AFTER_FAILURE,
    /** It was begun, and nobody heard how it ended. */
    AFTER_CRASH
}
