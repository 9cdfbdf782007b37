package dev.instar.history;

/** How a run stands, as far as the journal knows. */
public enum RunState {
    /** It has begun and not ended. Whether its process still lives, the journal cannot know. */
    BEGUN,
    /** It is under way. */
    RUNNING,
    /** Its process is gone, or has lost the database, and nobody wrote down how it ended. */
    LOST,
    SUCCEEDED,
    FAILED,
    /** It ended early because it was asked to. */
    STOPPED
}
