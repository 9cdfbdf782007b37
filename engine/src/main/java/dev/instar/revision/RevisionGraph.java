package dev.instar.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All revisions and how they follow each other. Immutable, and always sound: whoever holds a graph holds one without
 * cycles, missing parents or duplicate ids.
 */
public final class RevisionGraph {

    private final Map<RevisionId, Revision> inOrder;
    private final Map<RevisionId, List<RevisionId>> successors;

    private RevisionGraph(List<Revision> inOrder) {
        this.inOrder = new LinkedHashMap<>(inOrder.size() * 2);
        this.successors = new HashMap<>(inOrder.size() * 2);
        for (Revision revision : inOrder) {
            this.inOrder.put(revision.id(), revision);
            for (RevisionId prerequisite : revision.prerequisites()) {
                successors
                        .computeIfAbsent(prerequisite, id -> new ArrayList<>(1))
                        .add(revision.id());
            }
        }
    }

    /**
     * Builds the graph of these revisions; ties between revisions that do not depend on each other are broken by the
     * order given here.
     *
     * @throws InvalidRevisionsException with every problem of the graph
     */
    public static RevisionGraph of(List<Revision> revisions) {
        Problems problems = new Problems();
        GraphCheck.of(revisions).report(problems);
        problems.throwIfPresent();
        return new RevisionGraph(TopologicalOrder.of(revisions).sorted());
    }

    /** Every revision, each after all that it needs. */
    public List<Revision> inOrder() {
        return List.copyOf(inOrder.values());
    }

    public int size() {
        return inOrder.size();
    }

    public boolean contains(RevisionId id) {
        return inOrder.containsKey(id);
    }

    public @Nullable Revision find(RevisionId id) {
        return inOrder.get(id);
    }

    /** The revisions that nothing revises, in order. */
    public List<RevisionId> heads() {
        Set<RevisionId> revised = new LinkedHashSet<>();
        inOrder.values().forEach(revision -> revised.addAll(revision.revises()));
        return inOrder.keySet().stream().filter(id -> !revised.contains(id)).toList();
    }

    /** These revisions and everything they need, dependencies included. Ids the graph does not know are left out. */
    public Set<RevisionId> withAncestors(Collection<RevisionId> ids) {
        return closure(ids, id -> Objects.requireNonNull(inOrder.get(id)).prerequisites());
    }

    /** These revisions and everything that needs them, dependents included. Ids the graph does not know are left out. */
    public Set<RevisionId> withDescendants(Collection<RevisionId> ids) {
        return closure(ids, id -> successors.getOrDefault(id, List.of()));
    }

    private Set<RevisionId> closure(Collection<RevisionId> ids, Function<RevisionId, List<RevisionId>> next) {
        Set<RevisionId> reached = new LinkedHashSet<>();
        Deque<RevisionId> open = new ArrayDeque<>();
        ids.stream().filter(inOrder::containsKey).forEach(open::add);
        while (!open.isEmpty()) {
            RevisionId id = open.poll();
            if (reached.add(id)) {
                open.addAll(next.apply(id));
            }
        }
        return reached;
    }
}
