package dev.instar.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All revisions and how they follow each other. Immutable, and always sound: whoever holds a graph holds one without
 * cycles, missing parents or duplicate ids. All lists and sets of revisions come in the order of the graph.
 *
 * <p>Parents ({@code revises}) make lineage: heads, branches and walks follow them alone. Dependencies
 * ({@code depends-on}) count where it is asked what must be applied before what.
 */
public final class RevisionGraph {

    private final NumberedRevisions revisions;
    private final Branches branches;

    /** Sorted when a name is first looked up: a service that starts needs no names. */
    private volatile @Nullable Names names;

    private RevisionGraph(NumberedRevisions sorted) {
        this.revisions = sorted;
        this.branches = new Branches(sorted);
    }

    /**
     * Builds the graph of these revisions; ties between revisions that do not depend on each other are broken by the
     * order given here.
     *
     * @throws InvalidRevisionsException with every problem of the graph
     */
    public static RevisionGraph of(List<Revision> revisions) {
        NumberedRevisions numbered = new NumberedRevisions(revisions);
        Problems problems = new Problems();
        TopologicalOrder order = TopologicalOrder.of(numbered);
        GraphCheck.report(numbered, order, problems);
        problems.throwIfPresent();
        return new RevisionGraph(order.sorted());
    }

    /**
     * This graph, and on top of it the revisions that no file explains but a history remembers. What such a revision
     * needs and nobody knows is left out. Where a file was taken out of the middle, its revision comes before what was
     * applied above it.
     */
    public RevisionGraph remembering(Collection<AppliedRevision> history) {
        if (history.stream().allMatch(row -> contains(row.id()))) {
            return this;
        }
        Map<RevisionId, AppliedRevision> rows = new LinkedHashMap<>();
        history.forEach(row -> rows.put(row.id(), row));
        Map<RevisionId, AppliedRevision> unknown = new LinkedHashMap<>(rows);
        unknown.keySet().removeIf(this::contains);
        List<Revision> all = new ArrayList<>();
        for (Revision revision : inOrder()) {
            AppliedRevision row = rows.get(revision.id());
            moveBelow(row == null ? List.of() : row.revises(), unknown, all);
            all.add(revision);
        }
        unknown.values().forEach(left -> all.add(left.toRevision()));
        return new RevisionGraph(TopologicalOrder.of(new NumberedRevisions(all)).sorted());
    }

    private static void moveBelow(
            List<RevisionId> parents, Map<RevisionId, AppliedRevision> unknown, List<Revision> all) {
        Deque<RevisionId> below = new ArrayDeque<>(parents);
        while (!below.isEmpty()) {
            AppliedRevision row = unknown.remove(below.remove());
            if (row != null) {
                all.add(row.toRevision());
                below.addAll(row.revises());
            }
        }
    }

    /** Every revision, each after all that it needs. */
    public List<Revision> inOrder() {
        return revisions.revisions();
    }

    public int size() {
        return revisions.size();
    }

    public boolean contains(RevisionId id) {
        return revisions.contains(id);
    }

    public @Nullable Revision find(RevisionId id) {
        return contains(id) ? revisions.get(revisions.numberOf(id)) : null;
    }

    /** The revision with this id, or else the one that carries this label. */
    public @Nullable RevisionId named(String name) {
        return names().named(name);
    }

    /** What a beginning may stand for: ids and labels of more than three characters, and the revisions they name. */
    public SortedMap<String, RevisionId> startingWith(String prefix) {
        return names().startingWith(prefix);
    }

    /** All ids and labels. */
    public Collection<String> allNames() {
        return names().all();
    }

    /** All labels. */
    public List<String> labels() {
        return inOrder().stream()
                .map(Revision::label)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The revisions that nothing revises. A new revision continues one of these. */
    public List<RevisionId> heads() {
        return select(number -> revisions.children().count(number) == 0);
    }

    /**
     * The revisions that nothing revises and nothing depends on: with these applied, everything is. A head that is
     * missing here is only effectively a head, since another branch needs it.
     */
    public List<RevisionId> realHeads() {
        return select(number -> revisions.neededBy().count(number) == 0);
    }

    /** The revisions that revise nothing. */
    public List<RevisionId> roots() {
        return select(number -> revisions.parents().count(number) == 0);
    }

    /** The revisions that more than one other revises. */
    public List<RevisionId> branchPoints() {
        return select(number -> revisions.children().count(number) > 1);
    }

    /** The revisions this graph knows as parents of the revision. */
    public List<RevisionId> parents(RevisionId id) {
        return ids(contains(id) ? revisions.parents().targets(revisions.numberOf(id)) : IntStream.empty());
    }

    /** The revisions that revise the revision. */
    public List<RevisionId> children(RevisionId id) {
        return ids(contains(id) ? revisions.children().targets(revisions.numberOf(id)) : IntStream.empty());
    }

    /** What the revision depends on beyond what its parents and its other dependencies bring along already. */
    public List<RevisionId> dependencies(RevisionId id) {
        Revision revision = find(id);
        if (revision == null || revision.dependsOn().isEmpty()) {
            return List.of();
        }
        BitSet implied = revisions
                .needs()
                .reach(IntStream.of(numbers(revision.prerequisites()))
                        .flatMap(revisions.needs()::targets)
                        .toArray());
        IntStream.of(numbers(revision.revises())).forEach(implied::set);
        return ids(IntStream.of(numbers(revision.dependsOn())).distinct().filter(number -> !implied.get(number)));
    }

    /** These revisions and everything they need, dependencies included. Ids the graph does not know are left out. */
    public Set<RevisionId> withAncestors(Collection<RevisionId> ids) {
        return new RevisionSet(revisions, revisions.needs().reach(numbers(ids)));
    }

    /** These revisions and everything that needs them, dependents included. Ids the graph does not know are left out. */
    public Set<RevisionId> withDescendants(Collection<RevisionId> ids) {
        return new RevisionSet(revisions, revisions.neededBy().reach(numbers(ids)));
    }

    /** These revisions and their ancestors along {@code revises} alone. */
    public Set<RevisionId> alongParents(Collection<RevisionId> ids) {
        return new RevisionSet(revisions, revisions.parents().reach(numbers(ids)));
    }

    /** The revision with its ancestors and its descendants, along {@code revises} alone. */
    public Set<RevisionId> lineage(RevisionId id) {
        return new RevisionSet(revisions, contains(id) ? branches.lineageOf(revisions.numberOf(id)) : new BitSet());
    }

    /**
     * The branch that begins at the revision: itself, all its descendants, and its ancestors up to, and without, the
     * previous branch or merge point. A label names this.
     */
    public Set<RevisionId> branch(RevisionId id) {
        return new RevisionSet(revisions, contains(id) ? branches.beginningAt(revisions.numberOf(id)) : new BitSet());
    }

    /** The labels of all branches that the revision belongs to. */
    public List<String> labels(RevisionId id) {
        return contains(id) ? branches.labelsOf(revisions.numberOf(id)) : List.of();
    }

    private Names names() {
        Names sorted = names;
        if (sorted == null) {
            sorted = new Names(inOrder());
            names = sorted;
        }
        return sorted;
    }

    private int[] numbers(Collection<RevisionId> ids) {
        IntStack numbers = new IntStack();
        for (RevisionId id : ids) {
            if (contains(id)) {
                numbers.push(revisions.numberOf(id));
            }
        }
        return numbers.toArray();
    }

    private List<RevisionId> select(IntPredicate condition) {
        List<RevisionId> selected = new ArrayList<>();
        for (int number = 0; number < size(); number++) {
            if (condition.test(number)) {
                selected.add(revisions.get(number).id());
            }
        }
        return selected;
    }

    private List<RevisionId> ids(IntStream numbers) {
        return numbers.mapToObj(number -> revisions.get(number).id()).toList();
    }
}
