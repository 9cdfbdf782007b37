package dev.instar.plan;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Listing;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where a database stands in the graph: what its history says, held against what the files say. */
public final class Position {

    private final RevisionGraph graph;
    private final RevisionGraph known;
    private final Map<RevisionId, AppliedRevision> rows;
    private final Set<RevisionId> applied;

    public Position(RevisionGraph graph, Collection<AppliedRevision> history) {
        this.graph = graph;
        this.rows = new LinkedHashMap<>(history.size() * 2);
        for (AppliedRevision row : history) {
            rows.put(row.id(), row);
        }
        this.applied = rows.keySet();
        this.known = graph.remembering(history);
    }

    private Position(RevisionGraph graph, Set<RevisionId> applied) {
        this.graph = graph;
        this.known = graph;
        this.rows = Map.of();
        this.applied = applied;
    }

    /** Where a database would stand with these revisions and all they need applied; no history is at hand. */
    public static Position assumed(RevisionGraph graph, Collection<RevisionId> current) {
        return new Position(graph, graph.withAncestors(current));
    }

    /** Where the database stands when the steps of an upgrade have been made; when they were made, nobody asks. */
    public Position after(Plan upgrade) {
        Set<RevisionId> then = new HashSet<>(applied);
        for (Step step : upgrade.steps()) {
            then.add(step.revision().id());
        }
        return new Position(graph, then);
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** The graph of the files, and on top of it the applied revisions that no file explains. */
    RevisionGraph known() {
        return known;
    }

    /** What the history holds, in the order it was applied. */
    public List<AppliedRevision> applied() {
        return List.copyOf(rows.values());
    }

    /** How many revisions are applied. */
    public int appliedCount() {
        return applied.size();
    }

    public boolean isApplied(RevisionId id) {
        return applied.contains(id);
    }

    /** The applied revisions that no other applied revision needs, directly or by way of others. */
    public List<RevisionId> current() {
        Set<RevisionId> needed = known.withAncestors(needs(known));
        List<RevisionId> current = new ArrayList<>();
        for (Revision revision : known.inOrder()) {
            if (isApplied(revision.id()) && !needed.contains(revision.id())) {
                current.add(revision.id());
            }
        }
        return current;
    }

    private Set<RevisionId> needs(RevisionGraph graph) {
        Set<RevisionId> needs = new HashSet<>();
        for (RevisionId id : applied) {
            Revision revision = graph.find(id);
            if (revision != null) {
                needs.addAll(revision.prerequisites());
            }
        }
        return needs;
    }

    /** The revisions of the graph that are not applied, in order. */
    public List<Revision> pending() {
        List<Revision> pending = new ArrayList<>();
        for (Revision revision : graph.inOrder()) {
            if (!isApplied(revision.id())) {
                pending.add(revision);
            }
        }
        return pending;
    }

    /** Applied revisions that no file explains: the database is ahead of this build. */
    public List<AppliedRevision> unknown() {
        List<AppliedRevision> unknown = new ArrayList<>();
        for (AppliedRevision row : rows.values()) {
            if (!graph.contains(row.id())) {
                unknown.add(row);
            }
        }
        return unknown;
    }

    boolean isUnknown(RevisionId id) {
        return isApplied(id) && !graph.contains(id);
    }

    /** Whether a revision is recorded as applied, and nothing of it was run. */
    boolean isSkipped(RevisionId id) {
        AppliedRevision row = rows.get(id);
        return row != null && row.skipped();
    }

    /** Revisions that are no longer what was applied, or where it was, in the order of the graph. */
    public List<Revision> edited() {
        List<Revision> edited = new ArrayList<>();
        for (Revision revision : graph.inOrder()) {
            if (isRewritten(revision) || isMoved(revision)) {
                edited.add(revision);
            }
        }
        return edited;
    }

    /** What was edited of applied revisions, and what to do about it. */
    public Problems edits() {
        Problems problems = new Problems();
        for (Revision revision : graph.inOrder()) {
            if (isRewritten(revision)) {
                problems.add(
                        "Revision '%s' is applied, and its upgrade was edited since".formatted(revision.id()),
                        revision.origin(),
                        remedy(revision));
            }
        }
        addMoves(problems);
        return problems;
    }

    /** Which applied revisions stand elsewhere in the graph than where they were applied. */
    Problems moves() {
        Problems problems = new Problems();
        addMoves(problems);
        return problems;
    }

    private void addMoves(Problems problems) {
        for (Revision moved : graph.inOrder()) {
            if (isMoved(moved)) {
                problems.add(
                        "Revision '%s' was applied above %s, and its file puts it above %s now"
                                .formatted(moved.id(), above(was(moved).revises()), above(moved.revises())),
                        moved.origin(),
                        remedy(moved));
            }
        }
    }

    private static String above(List<RevisionId> parents) {
        return parents.isEmpty() ? "the base" : Listing.of(parents);
    }

    private static String remedy(Revision edited) {
        return "Undo the edit, or run 'instar accept %s' if what is applied is what the file says now."
                .formatted(edited.id());
    }

    private AppliedRevision was(Revision is) {
        return Objects.requireNonNull(rows.get(is.id()));
    }

    private boolean isRewritten(Revision is) {
        AppliedRevision was = rows.get(is.id());
        return was != null
                && is.checksum().algorithm().equals(was.checksum().algorithm())
                && !is.checksum().equals(was.checksum());
    }

    /** What is inserted between a revision and those it was applied above is a gap, and moves nothing. */
    private boolean isMoved(Revision is) {
        AppliedRevision was = rows.get(is.id());
        if (was == null || was.revises().equals(is.revises())) {
            return false;
        }
        Set<RevisionId> below = graph.withAncestors(is.prerequisites());
        return was.revises().stream().anyMatch(parent -> graph.contains(parent) && !below.contains(parent));
    }

    /** Revisions that are not applied although something that needs them is. */
    public List<Revision> gaps() {
        Set<RevisionId> expected = neededByApplied();
        return pending().stream()
                .filter(revision -> expected.contains(revision.id()))
                .toList();
    }

    /** The applied revisions, and all that they need. */
    Set<RevisionId> neededByApplied() {
        return known.withAncestors(applied);
    }
}
