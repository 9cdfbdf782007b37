package dev.instar.script;

import dev.instar.revision.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the header lines of a file say; {@code null} for what they do not.
 *
 * @param irreversible why there is no downgrade
 */
record Header(
        @Nullable RevisionId id,
        @Nullable List<RevisionId> revises,
        List<RevisionId> dependsOn,
        @Nullable String label,
        @Nullable String message,
        @Nullable String irreversible) {}
