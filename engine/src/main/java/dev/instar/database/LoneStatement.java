package dev.instar.database;

import dev.instar.jdbc.Session;
import java.util.Optional;

/**
 * A statement that runs by itself, outside a transaction, and therefore may have happened or not when the connection
 * is lost. Knows how to find out from the catalog.
 */
public interface LoneStatement {

    /** Whether it may wait for locks as long as it takes, because nobody has to wait behind it. */
    default boolean waitsQuietly(Session session) {
        return false;
    }

    /** Why it cannot work here, as far as the catalog shows now. */
    default Optional<Obstacle> obstacle(Session session) {
        return Optional.empty();
    }

    /** What must be remembered from before it runs to recognise its effect afterwards; empty when nothing. */
    default String memo(Session session) {
        return "";
    }

    /** Holds the statement against the catalog. */
    Finding look(Session session, Moment moment, String memo);

    /** What helps to understand why the server refused it; asked before anything is put right. */
    default Optional<String> explain(Session session, SqlError error) {
        return Optional.empty();
    }
}
