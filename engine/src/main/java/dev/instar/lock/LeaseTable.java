package dev.instar.lock;

import dev.instar.database.Database;
import dev.instar.database.LockHolder;
import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table with one row that says whose turn it is, until when, and how often it has changed hands. */
final class LeaseTable {

    private static final String SUFFIX = "_lease";
    private static final String OWN = "token = ? AND run_id = ?";

    private final Database database;
    private final @Nullable String schema;
    private final String table;

    LeaseTable(Database database, @Nullable String schema, String history) {
        this.database = database;
        this.schema = schema;
        String name = database.quote(history + SUFFIX);
        this.table = schema == null ? name : database.quote(schema) + "." + name;
    }

    /** Makes room for it, outside a transaction. */
    void createSchema(Session session) {
        database.createSchema(session, schema);
    }

    /** Only for somebody who is alone. */
    void create(Session session) {
        session.execute("""
                CREATE TABLE IF NOT EXISTS %s (
                    id          smallint PRIMARY KEY CHECK (id = 1),
                    token       bigint NOT NULL,
                    owner       text NOT NULL,
                    run_id      uuid,
                    acquired_at timestamp with time zone,
                    expires_at  timestamp with time zone NOT NULL
                )
                """.formatted(table));
        session.update("INSERT INTO %s VALUES (1, 0, '', NULL, NULL, '-infinity') ON CONFLICT (id) DO NOTHING"
                .formatted(table));
    }

    /**
     * Takes the lease when it has expired or is the run's own already. A transaction of the holder keeps it from
     * expiring, however long it takes.
     *
     * @return the token of the new term
     */
    Optional<Long> take(Session session, UUID run, String owner, Duration term) {
        return session.first("""
                        UPDATE %1$s
                           SET token = token + 1, owner = ?, run_id = ?, acquired_at = clock_timestamp(),
                               expires_at = clock_timestamp() + ? * interval '1 millisecond'
                         WHERE id IN (SELECT id FROM %1$s WHERE expires_at < clock_timestamp() OR run_id = ?
                                         FOR UPDATE SKIP LOCKED)
                        RETURNING token
                        """.formatted(table), (row, number) -> row.getLong(1), owner, run, term.toMillis(), run);
    }

    /**
     * Keeps the lease for another term, and nobody else can take it before the transaction ends. A server that has lost
     * its latest transactions, as a promoted standby may have, gives the same token to somebody else.
     */
    boolean keep(Session session, long token, UUID run, Duration term) {
        return session.update(
                        "UPDATE %s SET expires_at = clock_timestamp() + ? * interval '1 millisecond' WHERE %s"
                                .formatted(table, OWN),
                        term.toMillis(),
                        token,
                        run)
                == 1;
    }

    /** Keeps the lease for another term unless a transaction of its holder does that already. */
    boolean keepFromOutside(Session session, long token, UUID run, Duration term) {
        return session.update("""
                UPDATE %1$s SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
                 WHERE id IN (SELECT id FROM %1$s WHERE %2$s FOR UPDATE SKIP LOCKED)
                """.formatted(table, OWN), term.toMillis(), token, run) == 1;
    }

    void giveBack(Session session, long token, UUID run) {
        session.update("UPDATE %s SET expires_at = '-infinity' WHERE %s".formatted(table, OWN), token, run);
    }

    /** Who has the lease now, or {@code null} when nobody has. */
    @Nullable
    LockHolder holder(Session session) {
        return session.first(
                        """
                        SELECT owner, extract(epoch FROM clock_timestamp() - acquired_at)::bigint FROM %s
                         WHERE expires_at >= clock_timestamp()
                        """.formatted(table),
                        (row, number) -> LockHolder.byLease(row.getString(1), Duration.ofSeconds(row.getLong(2))))
                .orElse(null);
    }
}
