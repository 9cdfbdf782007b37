package dev.instar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Turns autocommit off for some work. What went wrong first is what the caller hears. */
final class Transaction {

    private final Connection connection;
    private final Requests requests;
    private int rollbacks;
    private @Nullable TransactionGuard guard;
    private volatile boolean open;
    private boolean isToBeCommitted;
    private boolean hasEnded;

    Transaction(Connection connection, Requests requests) {
        this.connection = connection;
        this.requests = requests;
    }

    /** Commits when the work returns, rolls back when it throws. */
    <T> T commit(Supplier<T> work) {
        begin();
        T result;
        try {
            if (guard != null) {
                guard.begun();
            }
            isToBeCommitted = true;
            result = work.get();
            if (guard != null) {
                guard.ending();
            }
        } catch (RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
        try {
            endWithCommit();
        } catch (DataAccessException refused) {
            rollback(refused);
            throw refused;
        }
        return result;
    }

    /** Rolls back in any case: nothing that the work did lasts. */
    <T> T rollBack(Supplier<T> work) {
        begin();
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
        rollbacks++;
        endWithRollback();
        return result;
    }

    /** Does some of the work, which does not end the transaction, whatever it is told. */
    void doPart(Runnable part) {
        boolean mayEnd = isToBeCommitted;
        isToBeCommitted = false;
        part.run();
        isToBeCommitted = mayEnd;
    }

    /** Whether the work may commit the transaction with the last thing that it does. */
    boolean mayEndWithWork() {
        return open && isToBeCommitted && !isGuarded();
    }

    /** The work has done so. */
    void endedWithWork() {
        hasEnded = true;
    }

    int rollbacks() {
        return rollbacks;
    }

    /** From now on this one is asked. */
    void guardedBy(TransactionGuard guard) {
        this.guard = guard;
    }

    boolean isGuarded() {
        return guard != null;
    }

    boolean isOpen() {
        return open;
    }

    private void begin() {
        requests.make("begin", null, () -> {
            connection.setAutoCommit(false);
            return true;
        });
        open = true;
        isToBeCommitted = false;
        hasEnded = false;
    }

    private void endWithCommit() {
        requests.make("commit", null, () -> {
            if (!hasEnded) {
                connection.commit();
            }
            return closed();
        });
    }

    private void endWithRollback() {
        requests.make("rollback", null, () -> {
            connection.rollback();
            return closed();
        });
    }

    private boolean closed() throws SQLException {
        connection.setAutoCommit(true);
        open = false;
        return true;
    }

    private void rollback(Throwable because) {
        rollbacks++;
        try {
            endWithRollback();
        } catch (DataAccessException lost) {
            because.addSuppressed(lost);
        }
    }
}
