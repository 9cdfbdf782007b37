package dev.instar.history;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Checksum;
import dev.instar.revision.RevisionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of the history. */
final class AppliedRevisionMapper implements RowMapper<AppliedRevision> {

    @Override
    public AppliedRevision mapRow(ResultSet row, int number) throws SQLException {
        return new AppliedRevision(
                new RevisionId(row.getString("migration_number")),
                IdList.read(row.getString("revises")),
                IdList.read(row.getString("depends_on")),
                row.getString("label"),
                row.getString("migration_name"),
                new Checksum(row.getString("checksum_algorithm"), row.getString("checksum")),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getString("applied_by"),
                row.getObject("run_id", UUID.class),
                row.getBoolean("reversible"));
    }
}
