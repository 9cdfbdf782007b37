package dev.instar.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Sorts revisions so that each comes after all that it needs; ties are broken by the order they were given in. */
final class TopologicalOrder {

    private final List<Revision> sorted = new ArrayList<>();
    private final List<Revision> unsortable = new ArrayList<>();

    private TopologicalOrder() {}

    static TopologicalOrder of(List<Revision> revisions) {
        TopologicalOrder order = new TopologicalOrder();
        order.sort(revisions);
        return order;
    }

    List<Revision> sorted() {
        return sorted;
    }

    /** The revisions that lie on a cycle or behind one. */
    List<Revision> unsortable() {
        return unsortable;
    }

    private void sort(List<Revision> revisions) {
        Map<RevisionId, List<Integer>> successors = new HashMap<>();
        int[] missing = new int[revisions.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int index = 0; index < revisions.size(); index++) {
            List<RevisionId> prerequisites = revisions.get(index).prerequisites();
            missing[index] = prerequisites.size();
            for (RevisionId prerequisite : prerequisites) {
                successors
                        .computeIfAbsent(prerequisite, id -> new ArrayList<>(1))
                        .add(index);
            }
            if (prerequisites.isEmpty()) {
                ready.add(index);
            }
        }
        while (!ready.isEmpty()) {
            Revision revision = revisions.get(ready.poll());
            sorted.add(revision);
            for (int successor : successors.getOrDefault(revision.id(), List.of())) {
                if (--missing[successor] == 0) {
                    ready.add(successor);
                }
            }
        }
        for (int index = 0; index < missing.length; index++) {
            if (missing[index] > 0) {
                unsortable.add(revisions.get(index));
            }
        }
    }
}
