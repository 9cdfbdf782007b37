package dev.instar.revision;

/**
 * Answers whether one revision is an ancestor of another. The search runs from both ends in turn and never leaves the
 * generations between them, so that it ends where the shorter side ends: mostly at once.
 */
final class Ancestry {

    private final Edges parents;
    private final Edges children;
    private final int[] generation;
    private final int[] seenFromAbove;
    private final int[] seenFromBelow;
    private final IntStack above = new IntStack();
    private final IntStack below = new IntStack();
    private int question;

    Ancestry(Edges parents, Edges children, TopologicalOrder order) {
        this.parents = parents;
        this.children = children;
        this.generation = generations(order);
        this.seenFromAbove = new int[parents.size()];
        this.seenFromBelow = new int[parents.size()];
    }

    boolean isAncestor(int ancestor, int descendant) {
        question++;
        above.clear();
        below.clear();
        above.push(descendant);
        below.push(ancestor);
        seenFromAbove[descendant] = question;
        seenFromBelow[ancestor] = question;
        while (!above.isEmpty() && !below.isEmpty()) {
            if (stepDown(generation[ancestor]) || stepUp(generation[descendant])) {
                return true;
            }
        }
        return false;
    }

    private boolean stepDown(int lowest) {
        int number = above.pop();
        for (int edge = 0; edge < parents.count(number); edge++) {
            int parent = parents.target(number, edge);
            if (seenFromBelow[parent] == question) {
                return true;
            }
            if (generation[parent] > lowest && seenFromAbove[parent] != question) {
                seenFromAbove[parent] = question;
                above.push(parent);
            }
        }
        return false;
    }

    private boolean stepUp(int highest) {
        int number = below.pop();
        for (int edge = 0; edge < children.count(number); edge++) {
            int child = children.target(number, edge);
            if (seenFromAbove[child] == question) {
                return true;
            }
            if (generation[child] < highest && seenFromBelow[child] != question) {
                seenFromBelow[child] = question;
                below.push(child);
            }
        }
        return false;
    }

    /** The length of the longest way up from a root. Revisions behind a cycle have none, and are never asked for. */
    private int[] generations(TopologicalOrder order) {
        int[] generations = new int[parents.size()];
        for (int number : order.numbers()) {
            for (int edge = 0; edge < parents.count(number); edge++) {
                generations[number] = Math.max(generations[number], generations[parents.target(number, edge)] + 1);
            }
        }
        return generations;
    }
}
