package dev.instar.diff;

import dev.instar.schema.Catalog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What leads from one catalog to another.
 *
 * @param renames what was said about names, as the changes take it
 * @param changes in an order that runs, from first to last
 * @param candidates renames that nobody confirmed, and that would keep data which the changes lose
 */
public record Difference(
        Catalog before, Catalog after, List<Rename> renames, List<Change> changes, List<RenameCandidate> candidates) {

    /** Whether the two are the same. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether something is lost on the way. */
    public boolean isDestructive() {
        return changes.stream().anyMatch(Change::isDestructive);
    }

    /** What leads back. It is found anew, since the way back may need things moved aside that the way here does not. */
    public Difference reverse() {
        List<Rename> back =
                new ArrayList<>(renames.stream().map(Rename::reverse).toList());
        Collections.reverse(back);
        return SchemaDiff.between(after, before, back);
    }

    /** What must be true before the first change. */
    public List<Requirement> requirements() {
        return new Questions(this).list();
    }
}
