package dev.instar.database;

/** What the catalog says about a statement that runs outside a transaction. */
public enum Verdict {
    /** It has taken effect. */
    DONE,
    /** It has not taken effect: it can be run. */
    TO_RUN,
    /** It has left something behind that must be put right before anything else. */
    TO_REPAIR,
    /** Another session is at it just now. */
    BUSY,
    /** Something else is in its place. */
    CONTRADICTED,
    /** Nobody can tell but a human. */
    UNDECIDED
}
