package dev.instar.history;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Checksum;
import dev.instar.revision.RevisionId;
import dev.instar.script.Script;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the history as it was found, before anybody trusts it. */
final class HistoryRow {

    static final String COLUMNS = "id, migration_number, migration_name, applied_at, rollback_at, status, revises,"
            + " depends_on, label, checksum_algorithm, checksum, duration_ms, applied_by, run_id, CASE downgrade_sql WHEN '"
            + Script.SKIPPED + "' THEN '" + Script.SKIPPED + "' ELSE left(downgrade_sql, 0) END AS downgrade";

    /** The columns that say what is applied; what only tells when and by whom is not among them. */
    static final List<String> DECISIVE = List.of(
            "id",
            "migration_number",
            "status",
            "rollback_at IS NULL",
            "revises",
            "depends_on",
            "label",
            "checksum_algorithm",
            "checksum");

    private final long id;
    private final String number;
    private final String message;
    private final OffsetDateTime appliedAt;
    private final @Nullable OffsetDateTime rolledBackAt;
    private final String status;
    private final String revises;
    private final String dependsOn;
    private final @Nullable String label;
    private final Checksum checksum;
    private final long durationMillis;
    private final String appliedBy;
    private final UUID run;

    /** That nothing was run, or else nothing but that there is a downgrade; it can be long. */
    private final @Nullable String downgrade;

    private HistoryRow(ResultSet row) throws SQLException {
        id = row.getLong("id");
        number = row.getString("migration_number");
        message = row.getString("migration_name");
        appliedAt = row.getObject("applied_at", OffsetDateTime.class);
        rolledBackAt = row.getObject("rollback_at", OffsetDateTime.class);
        status = row.getString("status");
        revises = row.getString("revises");
        dependsOn = row.getString("depends_on");
        label = row.getString("label");
        checksum = new Checksum(row.getString("checksum_algorithm"), row.getString("checksum"));
        durationMillis = row.getLong("duration_ms");
        appliedBy = row.getString("applied_by");
        run = row.getObject("run_id", UUID.class);
        downgrade = row.getString("downgrade");
    }

    static HistoryRow read(ResultSet row, int position) throws SQLException {
        return new HistoryRow(row);
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    String status() {
        return status;
    }

    /** What nobody but a human hand can have written, a clause for each. */
    List<String> oddities() {
        List<String> odd = new ArrayList<>();
        Status known = Status.of(status);
        if (known == null) {
            odd.add("its status is '%s'".formatted(status));
        } else if (known.isApplied() && rolledBackAt != null) {
            odd.add("it is '%s' and has a 'rollback_at'".formatted(status));
        } else if (known == Status.ROLLED_BACK && rolledBackAt == null) {
            odd.add("it is 'rolled_back' and has no 'rollback_at'");
        }
        List<String> ids = new ArrayList<>(List.of(number));
        ids.addAll(IdList.parts(revises));
        ids.addAll(IdList.parts(dependsOn));
        for (String id : ids) {
            if (RevisionId.problemWith(id) != null) {
                odd.add("no revision can have the id '%s'".formatted(id));
            }
        }
        return odd;
    }

    AppliedRevision revision() {
        return new AppliedRevision(
                new RevisionId(number),
                IdList.read(revises),
                IdList.read(dependsOn),
                label,
                message,
                checksum,
                appliedAt.toInstant(),
                Duration.ofMillis(durationMillis),
                appliedBy,
                run,
                downgrade != null,
                Script.SKIPPED.equals(downgrade));
    }
}
