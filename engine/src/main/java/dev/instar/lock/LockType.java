package dev.instar.lock;

/** How one migrator keeps the others away. */
public enum LockType {
    /** By a lock that lives and dies with the session that runs the revisions. */
    SESSION,
    /** By a row with a date of expiry, for sessions that a pooler hands out transaction by transaction. */
    LEASE
}
