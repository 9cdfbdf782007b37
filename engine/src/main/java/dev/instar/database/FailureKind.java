package dev.instar.database;

/** What a failure means for a run: whether to try again, to look what happened, or to give up. */
public enum FailureKind {
    /** A lock was not free in time; nothing happened, and another attempt may succeed. */
    LOCK_TIMEOUT,
    /** Two sessions waited for each other, or cannot have been one after the other; this one was chosen to yield. */
    DEADLOCK,
    /** The statement was cancelled, by a time limit or by somebody. */
    CANCELLED,
    /** There is no connection (any more); what was under way may or may not have happened. */
    CONNECTION_LOST,
    /** The server has no room for another session just now. */
    CROWDED,
    /** The statement refuses to run in a transaction. */
    REFUSES_TRANSACTION,
    /** Anything else: the server had an answer, and another attempt would get the same. */
    REFUSED
}
