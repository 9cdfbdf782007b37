package dev.instar.history;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The table that says which revisions are applied now. Reading it creates nothing. */
public final class History {

    private final Database database;
    private final Tables tables;

    public History(Database database, TableNames names) {
        this.database = database;
        this.tables = new Tables(database, names);
    }

    /** Creates both tables where they are missing. Only the holder of the migration lock may call this. */
    public void create(Session session) {
        tables.create(session);
    }

    /** The applied revisions in the order they were applied; none where there is no table yet. */
    public List<AppliedRevision> read(Session session) {
        try {
            return session.query("""
                    SELECT migration_number, revises, depends_on, label, migration_name, checksum_algorithm, checksum,
                           applied_at, duration_ms, applied_by, run_id, downgrade_sql IS NOT NULL AS reversible
                      FROM %s WHERE status = 'applied' ORDER BY applied_at, id
                    """.formatted(tables.history()), new AppliedRevisionMapper());
        } catch (DataAccessException failure) {
            if (database.isMissingTable(failure)) {
                return List.of();
            }
            throw failure;
        }
    }

    /** Records a revision in the transaction that applies it. */
    public void recordApplied(
            Session session,
            AppliedRevision revision,
            @Nullable String applicationVersion,
            @Nullable String downgradeSql) {
        int rows = session.update(
                """
                INSERT INTO %1$s AS h (migration_number, migration_name, applied_at, status, revises, depends_on, label,
                            checksum, checksum_algorithm, duration_ms, application_version, downgrade_sql, run_id)
                     VALUES (?, ?, ?, 'applied', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (migration_number) DO UPDATE
                        SET migration_name = EXCLUDED.migration_name, applied_at = EXCLUDED.applied_at,
                            rollback_at = NULL, status = EXCLUDED.status, revises = EXCLUDED.revises,
                            depends_on = EXCLUDED.depends_on, label = EXCLUDED.label, checksum = EXCLUDED.checksum,
                            checksum_algorithm = EXCLUDED.checksum_algorithm, duration_ms = EXCLUDED.duration_ms,
                            applied_by = EXCLUDED.applied_by, application_version = EXCLUDED.application_version,
                            downgrade_sql = EXCLUDED.downgrade_sql, run_id = EXCLUDED.run_id
                      WHERE h.status = 'rolled_back'
                """.formatted(tables.history()),
                revision.id().value(),
                revision.message(),
                revision.appliedAt().atOffset(ZoneOffset.UTC),
                IdList.write(revision.revises()),
                IdList.write(revision.dependsOn()),
                revision.label(),
                revision.checksum().value(),
                revision.checksum().algorithm(),
                revision.duration().toMillis(),
                applicationVersion,
                downgradeSql,
                revision.run());
        if (rows != 1) {
            throw HistoryChangedException.alreadyApplied(revision.id());
        }
    }

    /** Records, in the transaction that undoes it, that a revision is not applied any more. */
    public void recordRolledBack(Session session, RevisionId id) {
        int rows = session.update("""
                UPDATE %s SET status = 'rolled_back', rollback_at = clock_timestamp()
                 WHERE migration_number = ? AND status = 'applied'
                """.formatted(tables.history()), id.value());
        if (rows != 1) {
            throw HistoryChangedException.notApplied(id);
        }
    }

    /** Records that what is applied is what the file says now. */
    public void recordAccepted(Session session, Revision revision, @Nullable String downgradeSql) {
        int rows = session.update(
                """
                UPDATE %s SET migration_name = ?, revises = ?, depends_on = ?, label = ?, checksum = ?,
                              checksum_algorithm = ?, downgrade_sql = ?
                 WHERE migration_number = ? AND status = 'applied'
                """.formatted(tables.history()),
                revision.message(),
                IdList.write(revision.revises()),
                IdList.write(revision.dependsOn()),
                revision.label(),
                revision.checksum().value(),
                revision.checksum().algorithm(),
                downgradeSql,
                revision.id().value());
        if (rows != 1) {
            throw HistoryChangedException.notApplied(revision.id());
        }
    }
}
