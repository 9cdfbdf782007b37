package dev.instar.revision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node of the graph, as its header declares it.
 *
 * @param revises the parents, in the order of the header; none for a root
 * @param dependsOn what must be applied first without being a parent
 * @param label the name this revision gives to its branch
 * @param checksum of the upgrade
 * @param reversible whether there is a downgrade
 * @param origin where the header stands
 */
public record Revision(
        RevisionId id,
        List<RevisionId> revises,
        List<RevisionId> dependsOn,
        @Nullable String label,
        String message,
        Checksum checksum,
        boolean reversible,
        Origin origin) {

    public Revision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
    }

    /** Everything that must be applied before this revision: parents first, then dependencies. */
    public List<RevisionId> prerequisites() {
        if (dependsOn.isEmpty()) {
            return revises;
        }
        List<RevisionId> all = new ArrayList<>(revises);
        all.addAll(dependsOn);
        return all;
    }

    public boolean isRoot() {
        return revises.isEmpty();
    }

    public boolean isMerge() {
        return revises.size() > 1;
    }
}
