package dev.instar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Opens and closes physical connections without taking part in the caller's transaction. */
final class Connections {

    private static final String REFUSED_OR_CUT = "08001";

    private Connections() {}

    static Connection open(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException failure) {
            throw unusable(failure);
        }
    }

    /**
     * Opens a connection, but does not wait longer for it: a driver can hang where a server accepts and never answers.
     *
     * @param meanwhile what this thread does before it waits
     */
    static Connection open(DataSource dataSource, Duration patience, Runnable meanwhile) {
        Opening opening = new Opening(dataSource);
        Thread opener = new Thread(opening, "instar-connect");
        opener.setDaemon(true);
        opener.start();
        boolean isTaken = false;
        try {
            meanwhile.run();
            Connection connection = opening.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            isTaken = true;
            return connection;
        } catch (ExecutionException failed) {
            throw refused(failed);
        } catch (TimeoutException hanging) {
            throw unusable(new SQLTimeoutException(
                    "it gives no answer within %d.%d s".formatted(patience.toSeconds(), patience.toMillisPart() / 100),
                    REFUSED_OR_CUT,
                    hanging));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unusable(new SQLException("Interrupted while connecting.", REFUSED_OR_CUT, interrupted));
        } finally {
            if (!isTaken) {
                opening.giveUp();
            }
        }
    }

    /** A connection that somebody waits for, or waits for no longer: then it is closed when it comes. */
    private static final class Opening extends FutureTask<Connection> {

        private volatile boolean isGivenUp;

        Opening(DataSource dataSource) {
            super(dataSource::getConnection);
        }

        void giveUp() {
            isGivenUp = true;
            if (isDone()) {
                closeIfGivenUp();
            }
        }

        @Override
        protected void done() {
            closeIfGivenUp();
        }

        private void closeIfGivenUp() {
            if (isGivenUp) {
                try {
                    close(get());
                } catch (ExecutionException | InterruptedException none) {
                    // There is nothing to close.
                }
            }
        }
    }

    private static RuntimeException refused(ExecutionException failed) {
        Throwable cause = Objects.requireNonNull(failed.getCause());
        if (cause instanceof Error broken) {
            throw broken;
        }
        return cause instanceof SQLException refusal ? unusable(refusal) : (RuntimeException) cause;
    }

    static CannotGetJdbcConnectionException unusable(SQLException failure) {
        return new CannotGetJdbcConnectionException("No connection to the database", failure);
    }

    static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException | RuntimeException gone) {
                // Whoever closes is through with it.
            }
        }
    }
}
