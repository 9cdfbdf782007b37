package dev.instar.history;

import java.util.Locale;

/** What can happen in a run. */
public enum JournalEvent {
    /** The tables took a new shape. */
    FORMAT,
    /** A run begins. */
    STARTED,
    /** A run goes on over a new connection. */
    RECONNECTED,
    /** A step is about to begin; with a statement's number, a statement that runs alone. */
    INTENT,
    /** Statements up to a number have taken effect, for good. */
    DONE,
    /** Somebody who looked decided that a statement shall be run again. */
    AGAIN,
    /** Somebody undid by hand what a half-done step had done. */
    ABANDONED,
    /** A revision was applied. */
    APPLIED,
    /** A revision was recorded as applied, and nothing of it was run: it is for other environments. */
    SKIPPED,
    /** A revision was undone. */
    ROLLED_BACK,
    /** The history was changed without anything being run. */
    STAMPED,
    /** An edited revision was recorded as what is applied. */
    ACCEPTED,
    /** A step or a statement failed. */
    FAILED,
    /** A run ended early because it was asked to. */
    STOPPED,
    /** A run ended as it should. */
    FINISHED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JournalEvent of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing is half done about a revision after it. */
    boolean settlesRevision() {
        return this == APPLIED || this == SKIPPED || this == ROLLED_BACK || this == STAMPED || this == ABANDONED;
    }
}
