package dev.instar.run;

/** What takes effect together. */
public enum TransactionScope {
    /** Each revision; statements that cannot run in a transaction run by themselves. */
    REVISION,
    /** All revisions of a run, none of which may have a statement that cannot run in a transaction. */
    RUN
}
