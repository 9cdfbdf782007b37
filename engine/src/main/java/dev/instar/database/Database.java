package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.revision.InstarException;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.sql.StatementKind;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** What Instar must know of a database product. */
public interface Database {

    /** Every product that Instar has a class for. */
    List<Database> PRODUCTS = List.of(new PostgreSql());

    /** What {@link #settings} say beside settings: which server that is, among those that one address may lead to. */
    String SERVER = "server";

    /** The product's name, as people write it. */
    String name();

    /** Whether it is what a session talks to. */
    boolean isBehind(Session session);

    /**
     * Pins everything that could make the same statement do something else on another machine, and lets the session
     * introduce itself. Where unqualified names lead stays the data source's business.
     */
    void pin(Session session, String applicationName);

    /** What has been set in the session, by a pool for example, and as whom it acts on which {@link #SERVER}. */
    Map<String, String> settings(Session session);

    /** Takes back whatever has been done to the session, but for these settings; locks stay. */
    void giveBack(Session session, Map<String, String> settings);

    /** Gives up the statements and cursors that a script has given a name in its session. */
    void forgetNames(Session session);

    /**
     * Pins the same for the transaction that has just begun, and leads unqualified names to the same place; nothing of
     * it is left when the transaction ends.
     */
    void pinTransaction(Session session, String applicationName, String namesLead);

    /** What a script begins with that shall do the same on every machine. */
    List<String> pinning();

    /** Where unqualified names lead now, in a form that {@link #leadNamesTo} understands. */
    String namesLead(Session session);

    /** Lets unqualified names lead where they did. */
    void leadNamesTo(Session session, String where);

    /** The schema in which the session creates tables, or {@code null} when there is none. */
    @Nullable
    String currentSchema(Session session);

    /** The same, for those who cannot do without. */
    default String requiredSchema(Session session) {
        String current = currentSchema(session);
        if (current == null) {
            throw new InstarException(
                    "The connection creates tables in no schema: none of its search path exists.",
                    "Create the schema, or correct the search path of the connection.");
        }
        return current;
    }

    /** Whether there is a schema of that name. */
    boolean hasSchema(Session session, String name);

    /** Creates a schema where it is missing; somebody else may be about to do the same. Not within a transaction. */
    default void createSchema(Session session, @Nullable String name) {
        if (name != null && !hasSchema(session, name)) {
            try {
                session.execute("CREATE SCHEMA " + quote(name));
            } catch (DataAccessException refused) {
                if (!hasSchema(session, name)) {
                    throw refused;
                }
            }
        }
    }

    /** Lets the session act as it did with these settings until its transaction ends, whatever a script has done to that. */
    void actAsItself(Session session, Map<String, String> settings);

    /**
     * Takes back, inside its transaction, everything that a script may have left on a session that others use too.
     *
     * @param settings whether it may have set something
     */
    void leaveNothingBehind(Session session, boolean settings);

    /** The schema in which an unqualified name finds this table now, or {@code null} when it finds none. */
    @Nullable
    String schemaOf(Session session, String table);

    /** Whether there is a table or view that a statement would find by this name, which may have a schema and quotes. */
    boolean hasTable(Session session, String name);

    /** Whether there are tables but these, whose names are quoted; those of the server and of extensions do not count. */
    boolean hasTablesBeside(Session session, String... names);

    /** A condition that holds for the rows of a table with this name that new tables would be created beside. */
    String isInCurrentSchema(String table);

    /**
     * An expression over many rows, of which no two have the same in these columns, that differs as soon as one of them
     * does. Made against accidents, not against people; without blanks.
     */
    String digestOfRows(List<String> columns);

    /**
     * A query with one row for tables whose names are quoted: as {@code odd} why rows of them may vanish or be hidden, or
     * {@code null}, and as {@code hooked} whether something may keep out rows that are written without refusing them.
     */
    String oddities(String... tables);

    /** Whether tables of this database can keep the text: not every encoding has all characters. */
    boolean canKeep(Session session, Supplier<String> text);

    /** Writes an identifier so that it means exactly itself. */
    String quote(String identifier);

    /** Whether this failure says that a table does not exist. */
    boolean isMissingTable(DataAccessException failure);

    /** What a failure means for a run. */
    FailureKind kindOf(DataAccessException failure);

    /** Reads what the server said. */
    SqlError describe(DataAccessException failure);

    /**
     * Which of the statements that were sent together was refused, counted from zero; {@code -1} when that is not
     * certain.
     */
    int refusedOf(List<String> together, DataAccessException failure);

    /** What the server has said about executed statements since this was asked last. */
    List<ServerMessage> messages(Session session);

    /** Sends the data that follows a {@code COPY ... FROM STDIN} statement. */
    void copy(Session session, String statement, Reader data);

    /** Takes the lock if it is free. It is held until {@link #unlockAll}, or until the session ends. */
    boolean tryLock(Session session, long key);

    /** Takes the lock if it is free, or held by none who does not share it, until the transaction ends. */
    boolean tryTransactionLock(Session session, long key, boolean shared);

    /** Gives back every lock of this kind that the session holds. */
    void unlockAll(Session session);

    /** Who holds the lock, if that can be seen. */
    @Nullable
    LockHolder lockHolder(Session session, long key);

    /** What a script is written for that nobody is connected for. */
    static Database offline() {
        return new PostgreSql();
    }

    /** Whether such a statement can, and should, share a transaction with others. */
    boolean runsInTransaction(StatementKind kind);

    /** A statement that has to run by itself. */
    LoneStatement lone(StatementKind kind, String statement);

    Sessions sessions();

    /**
     * Reads what the database looks like: as one snapshot, or, when the session is in a transaction that has changed
     * something, as that transaction sees it. Changes nothing, and creates nothing.
     */
    Catalog catalog(Session session, CatalogScope scope);

    /** Lets a transaction create objects before what they need, and not wait for others for long. */
    void prepareScratch(Session session);

    /** The names that extensions have put into a schema. */
    Set<String> namesOfExtensions(Session session, String schema);

    /** Finds out what a session talks to. */
    static Database of(Session session) {
        for (Database database : PRODUCTS) {
            if (database.isBehind(session)) {
                return database;
            }
        }
        throw new UnsupportedDatabaseException(session.product());
    }

    /** Whether a connection that cannot be had now may be had in a moment. */
    static boolean mayConnectLater(DataAccessException failure) {
        return PRODUCTS.stream()
                .map(database -> database.kindOf(failure))
                .anyMatch(kind -> kind == FailureKind.CONNECTION_LOST || kind == FailureKind.CROWDED);
    }
}
