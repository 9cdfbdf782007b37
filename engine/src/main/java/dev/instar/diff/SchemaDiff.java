package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares two catalogs. Both must come from servers, so that what is equal is written equally. */
public final class SchemaDiff {

    private SchemaDiff() {}

    /** What leads from one catalog to the other when no column or table was renamed. */
    public static Difference between(Catalog before, Catalog after) {
        return between(before, after, List.of());
    }

    /**
     * What leads from one catalog to the other when these renames are known to have happened.
     *
     * @throws dev.instar.revision.InstarException when one of them is about something that is not there
     */
    public static Difference between(Catalog before, Catalog after, List<Rename> renames) {
        Renaming renaming = new Renaming(before);
        renames.forEach(renaming::apply);
        renaming.followNames(after);
        List<Change> changes = new ArrayList<>(renaming.changes());
        changes.addAll(new Comparison(renaming.catalog(), after).changes());
        return new Difference(
                before,
                after,
                List.copyOf(renames),
                List.copyOf(changes),
                new Candidates(renaming.catalog(), after).list());
    }

    /**
     * The catalog as it is called after these renames.
     *
     * @throws dev.instar.revision.InstarException when one of them is about something that is not there
     */
    public static Catalog renamed(Catalog catalog, List<Rename> renames) {
        Renaming renaming = new Renaming(catalog);
        renames.forEach(renaming::apply);
        return renaming.catalog();
    }

    /** The wanted catalog after these tables, about which nobody wants anything, have followed those they inherit from. */
    public static Catalog handedDown(Catalog before, Catalog after, Set<ObjectId> heirs) {
        return new HandedDown(before, after).followedBy(heirs);
    }

    /** What looks like a rename between the two, likeliest first. */
    public static List<RenameCandidate> candidates(Catalog before, Catalog after) {
        return new Candidates(before, after).list();
    }
}
