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
 * @param reversible whether the history holds a downgrade, so that the revision can be undone without its file
 * @param skipped whether nothing of it was run, because it was for other environments than this was then
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
        UUID run,
        boolean reversible,
        boolean skipped) {

    private static final Origin HISTORY = new Origin("the history", 0);

    public AppliedRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * The revision as its header must have been. The label is left out: a file may have taken it over since, and a
     * branch is named by what the files say.
     */
    public Revision toRevision() {
        return new Revision(id, revises, dependsOn, null, message, checksum, reversible, HISTORY);
    }
}
