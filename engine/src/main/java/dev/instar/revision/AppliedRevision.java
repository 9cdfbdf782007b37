package dev.instar.revision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the history remembers of a revision that is applied now. It explains the revision even to a build that no longer
 * has its file.
 *
 * @param appliedBy the database user
 * @param run the run that applied it
 */
public record AppliedRevision(
        RevisionId id,
        List<RevisionId> revises,
        List<RevisionId> dependsOn,
        @Nullable String label,
        String message,
        Checksum checksum,
        Instant appliedAt,
        Duration duration,
        String appliedBy,
        UUID run) {

    public AppliedRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
    }
}
