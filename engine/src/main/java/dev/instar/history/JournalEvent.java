package dev.instar.history;

import java.util.Locale;

/** What can happen in a run. */
public enum JournalEvent {
    /** A run begins. */
    STARTED,
    /** A step is about to begin; it is not known yet how it ends. */
    INTENT,
    /** A revision was applied. */
    APPLIED,
    /** A revision was recorded as applied, and nothing of it was run: it is for other environments. */
    SKIPPED,
    /** A revision was undone. */
    ROLLED_BACK,
    /** A step failed. */
    FAILED,
    /** A run ended as it should. */
    FINISHED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
