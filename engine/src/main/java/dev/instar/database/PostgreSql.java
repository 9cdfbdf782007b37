package dev.instar.database;

import dev.instar.jdbc.Session;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/** PostgreSQL 13 and later. */
final class PostgreSql implements Database {

    private static final String UNDEFINED_TABLE = "42P01";

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void pin(Session session, String applicationName) {
        // The driver announces the JVM's time zone, and with it a change of type may or may not rewrite a table.
        session.query("""
                SELECT set_config('TimeZone', 'UTC', false),
                       set_config('DateStyle', 'ISO, MDY', false),
                       set_config('IntervalStyle', 'postgres', false),
                       set_config('client_min_messages', 'notice', false),
                       set_config('standard_conforming_strings', 'on', false),
                       set_config('statement_timeout', '0', false),
                       set_config('idle_in_transaction_session_timeout', '0', false),
                       set_config('application_name', ?, false)
                """, (row, number) -> row.getString(1), applicationName);
    }

    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public boolean isMissingTable(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && UNDEFINED_TABLE.equals(cause.getSQLState());
    }

    @Override
    public SqlError describe(DataAccessException failure) {
        Throwable cause = failure.getMostSpecificCause();
        if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
            return describe(refused.getServerErrorMessage());
        }
        String state = cause instanceof SQLException refused ? refused.getSQLState() : null;
        return new SqlError(state == null ? "none" : state, String.valueOf(cause.getMessage()), null, null, 0);
    }

    private static SqlError describe(ServerErrorMessage error) {
        return new SqlError(
                String.valueOf(error.getSQLState()),
                String.valueOf(error.getMessage()),
                error.getDetail(),
                error.getHint(),
                error.getPosition());
    }

    @Override
    public void copy(Session session, String statement, Reader data) {
        session.withDriver(PGConnection.class, connection -> {
            try {
                connection.getCopyAPI().copyIn(statement, data);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    @Override
    public boolean tryLock(Session session, long key) {
        return session.query("SELECT pg_try_advisory_lock(?)", (row, number) -> row.getBoolean(1), key)
                .get(0);
    }

    @Override
    public void unlock(Session session, long key) {
        session.query("SELECT pg_advisory_unlock(?)", (row, number) -> row.getBoolean(1), key);
    }

    @Override
    public @Nullable LockHolder lockHolder(Session session, long key) {
        return session
                .query(
                        """
                        SELECT a.pid, coalesce(a.application_name, ''), a.client_addr::text,
                               extract(epoch FROM clock_timestamp() - a.backend_start)::bigint
                          FROM pg_locks l
                          JOIN pg_stat_activity a USING (pid)
                         WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                           AND l.classid::bigint = (? >> 32) & 4294967295
                           AND l.objid::bigint = ? & 4294967295
                        """,
                        (row, number) -> new LockHolder(
                                row.getLong(1), row.getString(2), row.getString(3), Duration.ofSeconds(row.getLong(4))),
                        key,
                        key)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
