package dev.instar.lock;

import dev.instar.database.Database;
import dev.instar.database.FailureKind;
import dev.instar.database.LockHolder;
import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * A lock for those who have no session of their own: a row that expires unless it is renewed. Each time it changes
 * hands its token does too, and every transaction of its holder checks that: who has lost it can write nothing more.
 */
public final class Lease implements MigrationLock {

    private final Database database;
    private final Session session;
    private final LockKey key;
    private final LeaseTable table;
    private final Claim claim;
    private volatile long token;
    private volatile long keptAt;

    /**
     * Who wants the lease.
     *
     * @param run the run, which may take up what it has lost the connection of
     * @param owner how others shall see it
     * @param term how long the lease is valid without being renewed
     */
    public record Claim(UUID run, String owner, Duration term) {}

    /** The lease of the history with this name in this schema. */
    public Lease(
            Database database, Session session, LockKey key, @Nullable String schema, String history, Claim claim) {
        this.database = database;
        this.session = session;
        this.key = key;
        this.table = new LeaseTable(database, schema, history);
        this.claim = claim;
    }

    /** Who holds the lease of this history now, or {@code null} when nobody does. */
    public static @Nullable LockHolder holder(
            Database database, Session session, @Nullable String schema, String history) {
        return holder(database, session, new LeaseTable(database, schema, history));
    }

    private static @Nullable LockHolder holder(Database database, Session session, LeaseTable table) {
        try {
            return table.holder(session);
        } catch (DataAccessException failure) {
            if (database.isMissingTable(failure)) {
                return null;
            }
            throw failure;
        }
    }

    @Override
    public void acquire(Duration timeout, BiConsumer<@Nullable LockHolder, Duration> waiting) {
        Polling.until(this::take, this::inTheWay, timeout, waiting);
    }

    private boolean take() {
        token = 0;
        try {
            inTransaction(true, this::takeRow);
        } catch (DataAccessException failure) {
            if (database.kindOf(failure) == FailureKind.DEADLOCK) {
                // Where transactions are serializable: somebody has just taken or renewed it.
                return false;
            }
            if (!database.isMissingTable(failure)) {
                throw failure;
            }
            table.createSchema(session);
            inTransaction(false, () -> {
                table.create(session);
                takeRow();
            });
        }
        keptAt = System.nanoTime();
        return token > 0;
    }

    private void takeRow() {
        token = table.take(session, claim.run(), claim.owner(), claim.term()).orElse(0L);
    }

    /** Shared among leases, so that they do not disturb each other, and never beside a lock that a session holds. */
    private void inTransaction(boolean shared, Runnable work) {
        session.inTransaction(() -> {
            if (database.tryTransactionLock(session, key.value(), shared)) {
                work.run();
            }
        });
    }

    private @Nullable LockHolder inTheWay() {
        LockHolder holder = holder(database, session, table);
        return holder == null ? database.lockHolder(session, key.value()) : holder;
    }

    /**
     * Makes sure, at the beginning of a transaction, that nobody else can hold the lease before it ends.
     *
     * @throws LeaseLostException when somebody else holds it already
     */
    public void check() {
        if (!table.keep(session, token, claim.run(), claim.term())) {
            throw new LeaseLostException(inTheWay());
        }
        if (!database.tryTransactionLock(session, key.value(), true)) {
            throw new LeaseLostException(database.lockHolder(session, key.value()));
        }
        keptAt = System.nanoTime();
    }

    /**
     * Renews the lease when it is time for that: before a transaction that took long is committed, or in one of its own,
     * which is checked as every other.
     */
    public void keep() {
        if (isTimeToRenew()) {
            table.keep(session, token, claim.run(), claim.term());
            keptAt = System.nanoTime();
        }
    }

    /** Renews the lease over another session when it is time for that. */
    public void keepFromOutside(Session other) {
        if (isTimeToRenew() && table.keepFromOutside(other, token, claim.run(), claim.term())) {
            keptAt = System.nanoTime();
        }
    }

    private boolean isTimeToRenew() {
        return System.nanoTime() - keptAt > claim.term().toNanos() / 3;
    }

    @Override
    public void release() {
        table.giveBack(session, token, claim.run());
    }
}
