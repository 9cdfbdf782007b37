package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.sql.StatementKind;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** What Instar must know of a database product. */
public interface Database {

    /** Every product that Instar has a class for. */
    List<Database> PRODUCTS = List.of(new PostgreSql());

    /** The product's name, as people write it. */
    String name();

    /**
     * Pins everything that could make the same statement do something else on another machine, and lets the session
     * introduce itself. Where unqualified names lead stays the data source's business.
     */
    void pin(Session session, String applicationName);

    /** Where unqualified names lead now, in a form that {@link #leadNamesTo} understands. */
    String namesLead(Session session);

    /** Lets unqualified names lead where they did. */
    void leadNamesTo(Session session, String where);

    /** The schema in which the session creates tables, or {@code null} when there is none. */
    @Nullable
    String currentSchema(Session session);

    /** Whether there is a schema of that name. */
    boolean hasSchema(Session session, String name);

    /** Writes an identifier so that it means exactly itself. */
    String quote(String identifier);

    /** Whether this failure says that a table does not exist. */
    boolean isMissingTable(DataAccessException failure);

    /** What a failure means for a run. */
    FailureKind kindOf(DataAccessException failure);

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

    /** Whether such a statement can, and should, share a transaction with others. */
    boolean runsInTransaction(StatementKind kind);

    /** A statement that has to run by itself. */
    LoneStatement lone(StatementKind kind, String statement);

    Sessions sessions();

    /** Finds out what a session talks to. */
    static Database of(Session session) {
        return PRODUCTS.stream()
                .filter(database -> database.name().equals(session.product()))
                .findFirst()
                .orElseThrow(() -> new UnsupportedDatabaseException(session.product()));
    }

    /** Whether a connection that cannot be had now may be had in a moment. */
    static boolean mayConnectLater(DataAccessException failure) {
        return PRODUCTS.stream()
                .map(database -> database.kindOf(failure))
                .anyMatch(kind -> kind == FailureKind.CONNECTION_LOST || kind == FailureKind.CROWDED);
    }
}
