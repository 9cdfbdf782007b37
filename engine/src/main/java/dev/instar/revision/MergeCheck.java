package dev.instar.revision;

import java.util.BitSet;
import java.util.stream.IntStream;

/** A merge joins what is apart: none of its parents may be an ancestor of another one. */
final class MergeCheck {

    /** With more parents than this one search upwards from all of them is cheaper than one for each pair. */
    private static final int FEW = 8;

    private final NumberedRevisions revisions;
    private final TopologicalOrder order;
    private final Problems problems;

    MergeCheck(NumberedRevisions revisions, TopologicalOrder order, Problems problems) {
        this.revisions = revisions;
        this.order = order;
        this.problems = problems;
    }

    void report() {
        if (!isAnyMerge()) {
            return;
        }
        Ancestry ancestry = new Ancestry(revisions.parents(), revisions.children(), order);
        for (int number = 0; number < revisions.size(); number++) {
            if (order.isSortable(number) && mayBeRedundant(number)) {
                report(number, ancestry);
            }
        }
    }

    private boolean isAnyMerge() {
        for (Revision revision : revisions.revisions()) {
            if (revision.isMerge()) {
                return true;
            }
        }
        return false;
    }

    /** A parent that only the merge itself revises cannot lie below the other parents. */
    private boolean mayBeRedundant(int merge) {
        return revisions.get(merge).isMerge()
                && revisions.parents().targets(merge).anyMatch(this::isRevisedByOthers);
    }

    private boolean isRevisedByOthers(int parent) {
        return revisions.children().count(parent) > 1;
    }

    private void report(int merge, Ancestry ancestry) {
        Edges parents = revisions.parents();
        IntStream suspects = parents.targets(merge).filter(this::isRevisedByOthers);
        if (parents.count(merge) > FEW) {
            BitSet below = parents.reach(
                    parents.targets(merge).flatMap(parents::targets).toArray());
            suspects = suspects.filter(below::get);
        }
        suspects.distinct()
                .forEach(suspect -> parents.targets(merge)
                        .filter(other -> other != suspect && ancestry.isAncestor(suspect, other))
                        .findFirst()
                        .ifPresent(
                                other -> report(revisions.get(merge), revisions.get(suspect), revisions.get(other))));
    }

    private void report(Revision merge, Revision redundant, Revision above) {
        problems.add(
                "Revision '%s' merges '%s' and '%s', but '%s' is already an ancestor of '%s'"
                        .formatted(merge.id(), redundant.id(), above.id(), redundant.id(), above.id()),
                merge.origin(),
                "Take '%s' out of its '@revises'.".formatted(redundant.id()));
    }
}
