package dev.instar.revision;

import java.util.ArrayList;
import java.util.List;

/**
 * No revision may need itself by way of others. Walks depth first, without recursion, along everything a revision
 * needs; an edge back onto the path closes a circle. With all these edges mended no circle is left.
 */
final class CycleCheck {

    private static final int LONGEST = 12;

    private final NumberedRevisions revisions;
    private final TopologicalOrder order;
    private final Problems problems;
    private final IntStack path = new IntStack();
    private final int[] nextEdge;
    private final int[] placeOnPath;

    CycleCheck(NumberedRevisions revisions, TopologicalOrder order, Problems problems) {
        this.revisions = revisions;
        this.order = order;
        this.problems = problems;
        this.nextEdge = new int[revisions.size()];
        this.placeOnPath = new int[revisions.size()];
    }

    void report() {
        for (int number = 0; number < revisions.size(); number++) {
            if (!order.isSortable(number) && nextEdge[number] == 0) {
                walkFrom(number);
            }
        }
    }

    private void walkFrom(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int number = path.peek();
            if (nextEdge[number] == revisions.needs().count(number)) {
                placeOnPath[path.pop()] = 0;
                continue;
            }
            int needed = revisions.needs().target(number, nextEdge[number]++);
            if (order.isSortable(needed) || needed == number) {
                continue;
            }
            if (placeOnPath[needed] > 0) {
                reportCircle(placeOnPath[needed] - 1);
            } else if (nextEdge[needed] == 0) {
                enter(needed);
            }
        }
    }

    private void enter(int number) {
        path.push(number);
        placeOnPath[number] = path.size();
    }

    private void reportCircle(int from) {
        Revision first = revisions.get(path.get(from));
        problems.add(
                "The revisions need each other in a circle: " + describe(from),
                first.origin(),
                "Let one of them name another revision in its '@revises' or '@depends-on'.");
    }

    private String describe(int from) {
        List<String> names = new ArrayList<>();
        int length = path.size() - from;
        for (int place = from; place < path.size(); place++) {
            if (length > LONGEST && place == from + LONGEST / 2) {
                names.add("(%d more)".formatted(length - LONGEST));
                place = path.size() - LONGEST / 2;
            }
            names.add(revisions.get(path.get(place)).id().value());
        }
        names.add(revisions.get(path.get(from)).id().value());
        return String.join(" -> ", names);
    }
}
