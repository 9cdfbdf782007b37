package dev.instar.revision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Revisions by their place in a list, and the edges between these places. Makes no demands: of several revisions with
 * one id the first is meant by it, and edges to unknown ids are left out.
 */
final class NumberedRevisions {

    private final List<Revision> revisions;
    private final Map<RevisionId, Integer> numbers;
    private final Edges parents;
    private final Edges children;
    private final Edges needs;
    private final Edges neededBy;

    NumberedRevisions(List<Revision> revisions) {
        this.revisions = List.copyOf(revisions);
        this.numbers = new HashMap<>(revisions.size() * 2);
        boolean dependencies = false;
        for (int number = 0; number < this.revisions.size(); number++) {
            numbers.putIfAbsent(this.revisions.get(number).id(), number);
            dependencies |= !this.revisions.get(number).dependsOn().isEmpty();
        }
        this.parents = Edges.of(this.revisions, Revision::revises, this::numberOf);
        this.children = parents.reversed();
        this.needs = dependencies ? Edges.of(this.revisions, Revision::prerequisites, this::numberOf) : parents;
        this.neededBy = dependencies ? needs.reversed() : children;
    }

    List<Revision> revisions() {
        return revisions;
    }

    Revision get(int number) {
        return revisions.get(number);
    }

    int size() {
        return revisions.size();
    }

    int numberOf(RevisionId id) {
        return numbers.getOrDefault(id, Edges.NOTHING);
    }

    boolean contains(RevisionId id) {
        return numbers.containsKey(id);
    }

    Edges parents() {
        return parents;
    }

    Edges children() {
        return children;
    }

    /** Parents and dependencies. */
    Edges needs() {
        return needs;
    }

    /** Children and dependents. */
    Edges neededBy() {
        return neededBy;
    }
}
