package dev.instar.script;

import dev.instar.revision.RevisionId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the header lines of a file say; {@code null} for what they do not.
 *
 * @param irreversible why there is no downgrade
 * @param environments the only ones the revision is for; none when it is for all
 * @param refused the lines that are there and cannot be used
 */
record Header(
        @Nullable RevisionId id,
        @Nullable List<RevisionId> revises,
        List<RevisionId> dependsOn,
        @Nullable String label,
        @Nullable String message,
        @Nullable String irreversible,
        List<String> environments,
        Set<DirectiveName> refused) {}
