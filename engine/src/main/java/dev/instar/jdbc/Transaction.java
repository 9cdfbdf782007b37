package dev.instar.jdbc;

import java.sql.Connection;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** Turns autocommit off for some work. What went wrong first is what the caller hears. */
final class Transaction {

    private static final String COMMIT = "commit";
    private static final String ROLLBACK = "rollback";

    private final Connection connection;
    private final Requests requests;
    private int rollbacks;
    private TransactionGuard guard = TransactionGuard.NONE;
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
            guard.begun();
            isToBeCommitted = true;
            result = work.get();
            guard.ending();
        } catch (RuntimeException | Error failure) {
            rollback(failure);
            throw failure;
        }
        try {
            end(COMMIT);
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
        end(ROLLBACK);
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
        return guard != TransactionGuard.NONE;
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

    private void end(String how) {
        requests.make(how, null, () -> {
            if (how.equals(ROLLBACK)) {
                connection.rollback();
            } else if (!hasEnded) {
                connection.commit();
            }
            connection.setAutoCommit(true);
            return true;
        });
        open = false;
    }

    private void rollback(Throwable because) {
        rollbacks++;
        try {
            end(ROLLBACK);
        } catch (DataAccessException lost) {
            because.addSuppressed(lost);
        }
    }
}
