package dev.instar.benchmarks.candidate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The rows that the engine writes, in tables shaped as the engine's. */
final class Rows {

    static final String HISTORY = """
            INSERT INTO history AS h (migration_number, migration_name, applied_at, status, revises, depends_on, label,
                        checksum, checksum_algorithm, duration_ms, application_version, downgrade_sql, run_id)
                 VALUES (?, ?, ?, 'applied', ?, '', NULL, ?, 'sha256-tokens-1',
                        extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000, NULL, ?, ?)
            ON CONFLICT (migration_number) DO UPDATE
                    SET status = EXCLUDED.status, applied_at = EXCLUDED.applied_at
                  WHERE h.status = 'rolled_back'""";

    static final String JOURNAL = """
            INSERT INTO journal (run_id, at, event, migration_number, direction, error, by_whom, hash)
                 VALUES (?, ?, ?, ?, 'upgrade', NULL, 'application', ?)""";

    static final String LAST_HASH = "SELECT hash FROM journal ORDER BY id DESC LIMIT 1";

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final UUID RUN = UUID.randomUUID();

    private Rows() {}

    static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE history (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        migration_number varchar(64) NOT NULL UNIQUE, migration_name text NOT NULL,
                        applied_at timestamptz NOT NULL, rollback_at timestamptz, status varchar(20) NOT NULL,
                        revises text NOT NULL, depends_on text NOT NULL, label varchar(64),
                        checksum varchar(128) NOT NULL, checksum_algorithm varchar(32) NOT NULL,
                        duration_ms bigint NOT NULL, applied_by text NOT NULL DEFAULT CURRENT_USER,
                        application_version text, downgrade_sql text, run_id uuid NOT NULL);
                    CREATE TABLE journal (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run_id uuid NOT NULL,
                        at timestamptz NOT NULL, event varchar(20) NOT NULL, migration_number varchar(64),
                        direction varchar(10), statement_number integer, row_count bigint, batch_cursor text,
                        error text, by_whom text NOT NULL, hash char(64) NOT NULL)""");
        }
    }

    static int bindHistory(PreparedStatement statement, int from, Sent revision) throws SQLException {
        int next = from;
        statement.setString(next++, revision.id());
        statement.setString(next++, "Add something");
        statement.setObject(next++, OffsetDateTime.now(ZoneOffset.UTC));
        statement.setString(next++, "");
        statement.setString(next++, HASH);
        statement.setString(next++, revision.downgrade());
        statement.setObject(next++, RUN);
        return next;
    }

    static int bindJournal(PreparedStatement statement, int from, Sent revision, String event) throws SQLException {
        int next = from;
        statement.setObject(next++, RUN);
        statement.setObject(next++, OffsetDateTime.now(ZoneOffset.UTC));
        statement.setString(next++, event);
        statement.setString(next++, revision.id());
        statement.setString(next++, HASH);
        return next;
    }
}
