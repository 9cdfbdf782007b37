package dev.instar.history;

import dev.instar.database.Database;
import dev.instar.database.FailureKind;
import dev.instar.jdbc.Change;
import dev.instar.jdbc.Session;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;

/** The table that says which revisions are applied now. Reading it creates nothing. */
public final class History {

    /** No status, so that the table refuses it. */
    private static final String RECORDED_ALREADY = "applied already";

    private static final String STATUS = "CASE WHEN h.status IN ('rolled_back', 'applying') THEN EXCLUDED.status ELSE '"
            + RECORDED_ALREADY + "' END";

    private final Database database;
    private final Tables tables;

    /** Thousands of revisions are recorded alike, and most starts record none. */
    private @Nullable String oneRecording;

    public History(Database database, TableNames names) {
        this.database = database;
        this.tables = new Tables(database, names);
    }

    /**
     * What the table says now; nothing where there is no table yet.
     *
     * @throws InvalidHistoryException when a row was edited into something that cannot be
     */
    public HistorySnapshot read(Session session) {
        return snapshot(rows(session));
    }

    /**
     * The same, unless the last thing that was done here is a run with this goal that left nothing to do, and the
     * history is what it was then. One statement tells.
     *
     * @param goal {@code null} for somebody who wants the history whatever it is
     */
    public Glance look(Session session, @Nullable String goal) {
        if (goal != null) {
            try {
                List<HistoryRow> rows = new ArrayList<>();
                List<Arrival> arrivals = new ArrayList<>();
                session.query(
                        lookingForArrival(),
                        (row, number) -> {
                            String memo = row.getString("arrival");
                            return memo == null
                                    ? row.getObject("id") != null && rows.add(HistoryRow.read(row, number))
                                    : arrivals.add(Arrival.read(memo));
                        },
                        goal);
                return arrivals.isEmpty()
                        ? new Glance(null, snapshot(rows))
                        : new Glance(arrivals.get(0), HistorySnapshot.EMPTY);
            } catch (NonTransientDataAccessException refused) {
                // Whoever may read the history alone, or finds no journal, is told by the history.
                if (database.kindOf(refused) == FailureKind.CONNECTION_LOST) {
                    throw refused;
                }
            }
        }
        return new Glance(null, read(session));
    }

    /** Writes down that a run with this goal has left nothing to do. */
    public JournalEntry arrived(Session session, JournalEntry finished, Arrival arrival) {
        return finished.memo(arrival.memo(session.texts(digest()).get(0)));
    }

    /** The parts are materialized: merged into one, the server computes the digest twice and reads the history thrice. */
    private String lookingForArrival() {
        String last = "SELECT event, memo FROM " + tables.journal() + " WHERE "
                + tables.isJournalWhereTablesAreCreated() + " ORDER BY id DESC LIMIT 1";
        String arrival = "SELECT memo FROM (" + last + ") last WHERE event = 'finished' AND position(? || ' ' || ("
                + digest() + ") || ' ' IN memo) = 1";
        String rows = "SELECT " + HistoryRow.COLUMNS + " FROM " + tables.history() + " WHERE "
                + tables.isWhereTablesAreCreated() + " AND (SELECT arrival FROM a) IS NULL";
        return "WITH a AS MATERIALIZED (SELECT (" + arrival + ") AS arrival), h AS MATERIALIZED (" + rows
                + ") SELECT a.arrival, h.* FROM a LEFT JOIN h ON true ORDER BY h.applied_at, h.id";
    }

    private String digest() {
        return "SELECT " + database.digestOfRows(HistoryRow.DECISIVE) + " FROM " + tables.history() + " WHERE "
                + tables.isWhereTablesAreCreated();
    }

    private HistorySnapshot snapshot(List<HistoryRow> rows) {
        InvalidHistoryException.throwIfOdd(tables.names().historyName(), rows);
        List<AppliedRevision> applied = new ArrayList<>();
        List<HalfDone> halfDone = new ArrayList<>();
        for (HistoryRow row : rows) {
            Status status = Objects.requireNonNull(Status.of(row.status()));
            if (status.isApplied()) {
                applied.add(row.revision());
            }
            Direction direction = status.halfDone();
            if (direction != null) {
                halfDone.add(new HalfDone(new RevisionId(row.number()), direction));
            }
        }
        return new HistorySnapshot(applied, halfDone);
    }

    /**
     * Makes sure that there is a row of everything the journal says was recorded as applied, and that it says anything.
     *
     * @throws InvalidHistoryException when rows were taken out
     */
    public void refuseLostRows(Session session) {
        List<String> lost = session.query("""
                SELECT j.migration_number, j.event, j.id FROM %1$s j
                 WHERE j.id IN (SELECT max(id) FROM %1$s
                                 WHERE event IN ('applied', 'skipped', 'stamped', 'rolled_back')
                                 GROUP BY migration_number)
                   AND j.direction = 'upgrade'
                   AND NOT EXISTS (SELECT 1 FROM %2$s h WHERE h.migration_number = j.migration_number)
                 UNION ALL
                SELECT NULL, NULL, 0 WHERE NOT EXISTS (SELECT 1 FROM %1$s) AND NOT EXISTS (SELECT 1 FROM %2$s)
                 ORDER BY id
                """.formatted(tables.journal(), tables.history()), (row, number) -> {
            if (row.getString(1) == null) {
                throw InvalidHistoryException.emptied(tables.names());
            }
            return "revision '%s' (%s, says line %d)".formatted(row.getString(1), row.getString(2), row.getLong(3));
        });
        InvalidHistoryException.throwIfLost(tables.names(), lost);
    }

    private List<HistoryRow> rows(Session session) {
        try {
            String sql = "SELECT %s FROM %s WHERE %s ORDER BY applied_at, id"
                    .formatted(HistoryRow.COLUMNS, tables.history(), tables.isWhereTablesAreCreated());
            return session.query(sql, HistoryRow::read);
        } catch (DataAccessException failure) {
            if (database.isMissingTable(failure)) {
                return List.of();
            }
            throw failure;
        }
    }

    /** How to undo these revisions, which may have no file any more; those that cannot be undone are left out. */
    public Map<Revision, String> downgrades(Session session, Collection<AppliedRevision> revisions) {
        Map<Revision, String> downgrades = new LinkedHashMap<>();
        for (AppliedRevision revision : revisions) {
            session.texts(
                            "SELECT downgrade_sql FROM %s WHERE migration_number = ? AND downgrade_sql IS NOT NULL"
                                    .formatted(tables.history()),
                            revision.id().value())
                    .forEach(sql -> downgrades.put(revision.toRevision(), sql));
        }
        return downgrades;
    }

    /** To record, with its first statements, that some of a revision has been applied. */
    public Change applying(AppliedRevision revision, @Nullable String version, @Nullable String downgradeSql) {
        return recording(Status.APPLYING, revision, version, downgradeSql);
    }

    /** To record a revision in the transaction that applies it, or applies the last of it. */
    public Change applied(AppliedRevision revision, @Nullable String version, @Nullable String downgradeSql) {
        return recording(Status.APPLIED, revision, version, downgradeSql);
    }

    private Change recording(
            Status status, AppliedRevision revision, @Nullable String version, @Nullable String downgradeSql) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(revision.id().value());
        values.add(revision.message());
        values.add(revision.appliedAt());
        values.add(status.column());
        values.add(IdList.write(revision.revises()));
        values.add(IdList.write(revision.dependsOn()));
        values.add(revision.label());
        values.add(revision.checksum().value());
        values.add(revision.checksum().algorithm());
        values.add(revision.duration().toMillis());
        values.add(version);
        values.add(downgradeSql);
        values.add(revision.run());
        if (oneRecording == null) {
            oneRecording = recording(tables, 1);
        }
        return Change.certain(
                oneRecording,
                values,
                () -> InvalidHistoryException.keptOut(tables.names().historyName()));
    }

    /** To make so many changes that record revisions as one. */
    public Change together(List<Change> recordings) {
        return Change.together(recording(tables, recordings.size()), recordings);
    }

    /** Whether these tables are the only ones in the database, so that there is nothing anybody could be working with. */
    public boolean isAlone(Session session) {
        return !database.hasTablesBeside(session, tables.history(), tables.journal());
    }

    /** To record, with its first statements, that some of a revision has been undone. */
    public Change rollingBack(RevisionId id) {
        return changed(id, Status.ROLLING_BACK, "NULL", "('applied', 'rolling_back')");
    }

    /** To record, in the transaction that undoes it or the last of it, that a revision is not applied any more. */
    public Change rolledBack(RevisionId id) {
        return changed(id, Status.ROLLED_BACK, "clock_timestamp()", "('applied', 'rolling_back')");
    }

    /** To record that a half-done step was undone by hand: the revision is again what it was before. */
    public Change abandoned(HalfDone step) {
        return step.direction() == Direction.UPGRADE
                ? changed(step.revision(), Status.ROLLED_BACK, "clock_timestamp()", "('applying')")
                : changed(step.revision(), Status.APPLIED, "NULL", "('rolling_back')");
    }

    private Change changed(RevisionId id, Status status, String rolledBackAt, String from) {
        return new Change(
                "UPDATE %s SET status = ?, rollback_at = %s WHERE migration_number = ? AND status IN %s"
                        .formatted(tables.history(), rolledBackAt, from),
                List.of(status.column(), id.value()),
                () -> HistoryChangedException.notApplied(id));
    }

    /** To record that what is applied is what the file says now. */
    public Change accepted(Revision revision, @Nullable String downgradeSql) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(revision.message());
        values.add(IdList.write(revision.revises()));
        values.add(IdList.write(revision.dependsOn()));
        values.add(revision.label());
        values.add(revision.checksum().value());
        values.add(revision.checksum().algorithm());
        values.add(downgradeSql);
        values.add(revision.id().value());
        return new Change(
                """
                UPDATE %s SET migration_name = ?, revises = ?, depends_on = ?, label = ?, checksum = ?,
                              checksum_algorithm = ?, downgrade_sql = ?
                 WHERE migration_number = ? AND status IN ('applied', 'rolling_back')
                """.formatted(tables.history()), values, () -> HistoryChangedException.notApplied(revision.id()));
    }

    /** What went wrong when a revision was to be recorded; what is recorded already is refused by the table. */
    public RuntimeException explained(DataAccessException refused, RevisionId id) {
        String detail = database.describe(refused).detail();
        return detail != null && detail.contains(RECORDED_ALREADY)
                ? HistoryChangedException.alreadyApplied(id)
                : refused;
    }

    private static String recording(Tables tables, int revisions) {
        String rows = String.join(", ", Collections.nCopies(revisions, "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        return tables.recording(rows, STATUS);
    }
}
