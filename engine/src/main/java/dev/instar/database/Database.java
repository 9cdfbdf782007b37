package dev.instar.database;

import dev.instar.jdbc.Session;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** What Instar must know of a database product. */
public interface Database {

    /** The product's name, as people write it. */
    String name();

    /**
     * Pins everything that could make the same statement do something else on another machine, and lets the session
     * introduce itself. Where unqualified names lead stays the data source's business.
     */
    void pin(Session session, String applicationName);

    /** Writes an identifier so that it means exactly itself. */
    String quote(String identifier);

    /** Whether this failure says that a table does not exist. */
    boolean isMissingTable(DataAccessException failure);

    /** Reads what the server said. */
    SqlError describe(DataAccessException failure);

    /** Sends the data that follows a {@code COPY ... FROM STDIN} statement. */
    void copy(Session session, String statement, Reader data);

    /** Takes the lock if it is free. It is held until {@link #unlock}, or until the session ends. */
    boolean tryLock(Session session, long key);

    /** Gives the lock back. */
    void unlock(Session session, long key);

    /** Who holds the lock, if that can be seen. */
    @Nullable
    LockHolder lockHolder(Session session, long key);

    /** Finds out what a session talks to. */
    static Database of(Session session) {
        return List.of(new PostgreSql()).stream()
                .filter(database -> database.name().equals(session.product()))
                .findFirst()
                .orElseThrow(() -> new UnsupportedDatabaseException(session.product()));
    }
}
