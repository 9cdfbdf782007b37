package dev.instar.script;

/**
 * A revision written in Java: a class with a {@link RevisionHeader}, as a bean of the application or named in the
 * settings. What it sends over the connection of its context is committed together with its row in the history.
 */
public interface JavaRevision {

    /** Applies the revision. */
    void upgrade(RevisionContext context) throws Exception;

    /** Undoes the revision. A class that leaves this method alone has no downgrade. */
    default void downgrade(RevisionContext context) throws Exception {
        throw new UnsupportedOperationException(getClass().getName() + " has no downgrade");
    }
}
