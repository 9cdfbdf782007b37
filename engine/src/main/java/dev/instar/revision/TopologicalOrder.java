package dev.instar.revision;

import java.util.Arrays;
import java.util.PriorityQueue;

/** Sorts revisions so that each comes after all that it needs; ties are broken by the order they were given in. */
final class TopologicalOrder {

    private final NumberedRevisions revisions;
    private final int[] missing;
    private final int[] numbers;

    private TopologicalOrder(NumberedRevisions revisions) {
        this.revisions = revisions;
        this.missing = new int[revisions.size()];
        this.numbers = new int[revisions.size()];
    }

    static TopologicalOrder of(NumberedRevisions revisions) {
        TopologicalOrder order = new TopologicalOrder(revisions);
        order.sort();
        return order;
    }

    /** The revisions in order; those that lie on a cycle or behind one stand at the end as they were given. */
    int[] numbers() {
        return numbers;
    }

    /** The same revisions, numbered in order. */
    NumberedRevisions sorted() {
        for (int place = 0; place < numbers.length; place++) {
            if (numbers[place] != place) {
                return new NumberedRevisions(
                        Arrays.stream(numbers).mapToObj(revisions::get).toList());
            }
        }
        return revisions;
    }

    /** Whether the revision lies neither on a cycle nor behind one. */
    boolean isSortable(int number) {
        return missing[number] == 0;
    }

    private void sort() {
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        int place = 0;
        for (int number = 0; number < missing.length; number++) {
            missing[number] = revisions.needs().count(number);
            if (missing[number] == 0) {
                ready.add(number);
            }
        }
        Edges neededBy = revisions.neededBy();
        while (!ready.isEmpty()) {
            int number = ready.poll();
            numbers[place++] = number;
            for (int edge = 0; edge < neededBy.count(number); edge++) {
                int successor = neededBy.target(number, edge);
                if (--missing[successor] == 0) {
                    ready.add(successor);
                }
            }
        }
        for (int number = 0; number < missing.length; number++) {
            if (missing[number] > 0) {
                numbers[place++] = number;
            }
        }
    }
}
