package dev.instar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Turns autocommit off for some work. What went wrong first is what the caller hears. */
final class Transaction {

    private final Connection connection;
    private final JdbcTemplate template;
    private final AnswerClock clock;
    private int rollbacks;
    private TransactionGuard guard = TransactionGuard.NONE;
    private volatile boolean open;
    private boolean isToBeCommitted;
    private boolean hasEnded;

    Transaction(Connection connection, JdbcTemplate template, AnswerClock clock) {
        this.connection = connection;
        this.template = template;
        this.clock = clock;
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
            end(hasEnded ? () -> {} : connection::commit);
        } catch (SQLException failure) {
            DataAccessException refused = translated("commit", failure);
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
        try {
            end(connection::rollback);
        } catch (SQLException failure) {
            throw translated("rollback", failure);
        }
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

    private interface Ending {
        void now() throws SQLException;
    }

    private void end(Ending ending) throws SQLException {
        clock.asked();
        try {
            ending.now();
            connection.setAutoCommit(true);
        } finally {
            clock.answered();
        }
        open = false;
    }

    private void begin() {
        try {
            connection.setAutoCommit(false);
            open = true;
            isToBeCommitted = false;
            hasEnded = false;
        } catch (SQLException failure) {
            throw translated("begin", failure);
        }
    }

    private void rollback(Throwable because) {
        rollbacks++;
        try {
            end(connection::rollback);
        } catch (SQLException lost) {
            because.addSuppressed(lost);
        }
    }

    private DataAccessException translated(String task, SQLException failure) {
        return translated(template, task, null, failure);
    }

    /** Asks for the translator no sooner than there is something to translate: loading it is most of a short session. */
    static DataAccessException translated(
            JdbcTemplate template, String task, @Nullable String sql, SQLException failure) {
        DataAccessException translated = template.getExceptionTranslator().translate(task, sql, failure);
        return translated == null ? new UncategorizedSQLException(task, sql, failure) : translated;
    }
}
