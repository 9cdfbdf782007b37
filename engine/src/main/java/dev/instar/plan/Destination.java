package dev.instar.plan;

import dev.instar.revision.RevisionId;
import java.util.List;

/**
 * What a target turned out to mean.
 *
 * @param revisions none for the base, or for the head of an empty graph
 * @param isBase whether the empty schema is meant
 * @param line where a downgrade begins to undo; the whole graph when the target names neither branch nor steps down
 * @param mayLeaveLine whether what needs the undone may stand beside the line
 */
record Destination(List<RevisionId> revisions, boolean isBase, Lineage line, boolean mayLeaveLine) {

    static Destination base(Lineage branch) {
        return new Destination(List.of(), true, branch, false);
    }

    static Destination of(List<RevisionId> revisions, Lineage branch) {
        return new Destination(revisions, false, branch, false);
    }
}
