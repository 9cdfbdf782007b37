package dev.instar;

/** How a database stands, in one word. */
public enum State {
    /** Everything this build knows is applied, and nothing else. */
    UP_TO_DATE,
    /** Something is still to be applied. */
    PENDING,
    /** A run is under way. */
    RUNNING,
    /** The last thing that was done is a run of this process that failed, and something is left to do. */
    FAILED,
    /** Revisions are applied, or half applied, that this build does not know. */
    AHEAD
}
