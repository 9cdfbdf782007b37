package dev.instar.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Asks the driver for things: other threads see how long it has been at one, and failures become Spring's. */
final class Requests {

    private volatile long askedAt;

    /** Something the driver is asked for. */
    interface Request<T> {
        T answer() throws SQLException;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param task what is asked for, in a word
     * @param sql {@code null} where it is not a single statement
     */
    <T> T make(String task, @Nullable String sql, Request<T> request) {
        askedAt = System.nanoTime();
        try {
            return request.answer();
        } catch (SQLException failure) {
            throw translated(task, sql, failure);
        } finally {
            askedAt = 0;
        }
    }

    /** How long somebody has been waiting for the answer to one request; zero while nobody waits. */
    Duration waiting() {
        long asked = askedAt;
        return asked == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - asked);
    }

    private static DataAccessException translated(String task, @Nullable String sql, SQLException failure) {
        DataAccessException translated = new SQLExceptionSubclassTranslator().translate(task, sql, failure);
        return translated == null ? new UncategorizedSQLException(task, sql, failure) : translated;
    }
}
