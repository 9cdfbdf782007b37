package dev.instar.database;

import dev.instar.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.springframework.dao.DataAccessException;

/** Looks at PostgreSQL's sessions through {@code pg_stat_activity} and {@code pg_blocking_pids}. */
final class PostgreSqlSessions implements Sessions {

    private static final String INVALID_VALUE = "22023";

    /** Where a server does not keep track of what its sessions do, or tells others only, each may be at work. */
    private static final String ACTIVE =
            "coalesce(a.state, 'hidden') IN ('active', 'fastpath function call', 'disabled', 'hidden')";

    private final PostgreSqlFailures failures = new PostgreSqlFailures();

    @Override
    public long id(Session session) {
        return session.number("SELECT pg_backend_pid()");
    }

    @Override
    public boolean isPooled(Session session, long id) {
        // A pooler tells the client a process number of its own making.
        AtomicLong announced = new AtomicLong();
        session.withDriver(PGConnection.class, connection -> announced.set(connection.getBackendPID()));
        return announced.get() != id;
    }

    @Override
    public void useThroughPooler(Session session) {
        session.withDriver(PGConnection.class, connection -> connection.setPrepareThreshold(0));
    }

    @Override
    public void keepPrepared(Session session, boolean keep) {
        session.withDriver(PGConnection.class, connection -> {
            if (connection instanceof BaseConnection driver) {
                try {
                    driver.getQueryExecutor().setFlushCacheOnDdl(!keep);
                } catch (NoSuchMethodError older) {
                    // A driver without a word for it keeps everything in any case.
                }
            }
        });
    }

    @Override
    public Optional<Activity> activity(Session watching, long id) {
        List<Blocker> blockers = new ArrayList<>();
        List<Activity> seen = watching.query(
                """
                SELECT %s AS active,
                       a.query AS executing, w.pid AS blocker, b.application_name, b.state, b.query,
                       extract(epoch FROM clock_timestamp() - b.xact_start)::bigint AS age,
                       b.backend_type = 'autovacuum worker'
                           AND b.query NOT LIKE '%%(to prevent wraparound)' AS yields,
                       extract(epoch FROM b.xact_start)::text AS transaction
                  FROM pg_stat_activity a
                  LEFT JOIN LATERAL (SELECT DISTINCT unnest(pg_blocking_pids(a.pid)) AS pid
                                      WHERE a.wait_event_type = 'Lock') w ON true
                  LEFT JOIN pg_stat_activity b ON b.pid = w.pid
                 WHERE a.pid = ?
                """.formatted(ACTIVE),
                (row, number) -> {
                    if (row.getObject("blocker") != null) {
                        blockers.add(blocker(row));
                    }
                    return new Activity(
                            row.getBoolean("active"), String.valueOf(row.getString("executing")), List.of());
                },
                Math.toIntExact(id));
        return seen.stream().findFirst().map(activity -> activity.blockedBy(blockers));
    }

    private static Blocker blocker(ResultSet row) throws SQLException {
        String application = row.getString("application_name");
        return new Blocker(
                row.getLong("blocker"),
                application == null ? "" : application,
                row.getString("state"),
                Duration.ofSeconds(row.getLong("age")),
                row.getString("query"),
                row.getBoolean("yields"),
                String.valueOf(row.getString("transaction")));
    }

    @Override
    public boolean isAnyOpen(Session watching, Collection<Blocker> blockers) {
        return blockers.stream()
                .anyMatch(blocker -> watching.finds(
                        "SELECT 1 FROM pg_stat_activity WHERE pid = ? AND extract(epoch FROM xact_start)::text = ?",
                        Math.toIntExact(blocker.pid()),
                        blocker.transaction()));
    }

    @Override
    public boolean isReadOnly(Session session) {
        return session.isTrue("SELECT current_setting('transaction_read_only')::bool");
    }

    @Override
    public String transaction(Session session) {
        return session.texts("SELECT pg_current_xact_id()::text").get(0);
    }

    @Override
    public boolean isCommitted(Session session, String transaction) {
        // A standby that was promoted may not have come so far.
        return session.finds("""
                SELECT 1 FROM (SELECT ?::xid8 AS id) x
                 WHERE CASE WHEN id < pg_snapshot_xmax(pg_current_snapshot()) THEN pg_xact_status(id) = 'committed' END
                """, transaction);
    }

    @Override
    public void actAsUser(Session watching) {
        watching.execute("SET ROLE NONE");
    }

    @Override
    public void cancel(Session watching, long id) {
        watching.texts("SELECT pg_cancel_backend(?)", Math.toIntExact(id));
    }

    @Override
    public void endUnlessBusy(Session watching, long id, String applicationName) {
        watching.texts("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity a
                 WHERE pid = ? AND application_name = ?::name AND (NOT %s OR wait_event = 'ClientRead')
                """.formatted(ACTIVE), Math.toIntExact(id), applicationName);
    }

    @Override
    public Duration deadlockTimeout(Session session) {
        return Duration.ofMillis(
                session.number("SELECT setting::bigint FROM pg_settings WHERE name = 'deadlock_timeout'"));
    }

    @Override
    public void limit(Session session, Duration lockTimeout, Duration statementTimeout) {
        limit(session, lockTimeout, statementTimeout, false);
    }

    @Override
    public void limitTransaction(Session session, Duration lockTimeout, Duration statementTimeout) {
        limit(session, lockTimeout, statementTimeout, true);
    }

    private static void limit(Session session, Duration lockTimeout, Duration statementTimeout, boolean transaction) {
        session.texts(
                "SELECT set_config('lock_timeout', ?, ?), set_config('statement_timeout', ?, ?)",
                Long.toString(lockTimeout.toMillis()),
                transaction,
                Long.toString(statementTimeout.toMillis()),
                transaction);
    }

    @Override
    public Optional<Long> executing(Session watching, String beginning) {
        return watching.first("""
                        SELECT pid FROM pg_stat_activity
                         WHERE datname = current_database() AND state = 'active' AND starts_with(query, ?)
                        """, (row, number) -> row.getLong(1), beginning);
    }

    @Override
    public void stopWhenClientIsGone(Session session, boolean stop) {
        try {
            // Version 13 does not have the setting.
            session.texts("""
                    SELECT set_config('client_connection_check_interval', ?, false)
                     WHERE current_setting('client_connection_check_interval', true) IS NOT NULL
                    """, stop ? "2s" : "0");
        } catch (DataAccessException refused) {
            // Windows does not tell a server that a client is gone.
            if (!INVALID_VALUE.equals(failures.describe(refused).sqlState())) {
                throw refused;
            }
        }
    }
}
