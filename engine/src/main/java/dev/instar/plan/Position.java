package dev.instar.plan;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a database stands in the graph: what its history says, held against what the files say. */
public final class Position {

    private final RevisionGraph graph;
    private final Map<RevisionId, AppliedRevision> applied = new LinkedHashMap<>();

    public Position(RevisionGraph graph, Collection<AppliedRevision> applied) {
        this.graph = graph;
        applied.forEach(revision -> this.applied.put(revision.id(), revision));
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** What the history holds, in the order it was applied. */
    public List<AppliedRevision> applied() {
        return List.copyOf(applied.values());
    }

    public boolean isApplied(RevisionId id) {
        return applied.containsKey(id);
    }

    /** The applied revisions that no other applied revision needs. */
    public List<RevisionId> current() {
        Set<RevisionId> needed = new HashSet<>();
        for (AppliedRevision revision : applied.values()) {
            needed.addAll(revision.revises());
            needed.addAll(revision.dependsOn());
        }
        return applied.keySet().stream().filter(id -> !needed.contains(id)).toList();
    }

    /** The revisions of the graph that are not applied, in order. */
    public List<Revision> pending() {
        return graph.inOrder().stream()
                .filter(revision -> !isApplied(revision.id()))
                .toList();
    }

    /** Applied revisions that no file explains: the database is ahead of this build. */
    public List<AppliedRevision> unknown() {
        return applied.values().stream()
                .filter(revision -> !graph.contains(revision.id()))
                .toList();
    }

    /** Revisions whose upgrade is no longer what was applied. */
    public List<Revision> edited() {
        List<Revision> edited = new ArrayList<>();
        for (AppliedRevision was : applied.values()) {
            Revision is = graph.find(was.id());
            if (is != null
                    && is.checksum().algorithm().equals(was.checksum().algorithm())
                    && !is.checksum().equals(was.checksum())) {
                edited.add(is);
            }
        }
        return edited;
    }

    /** Revisions that are not applied although something that needs them is. */
    public List<Revision> gaps() {
        Set<RevisionId> expected = graph.withAncestors(applied.keySet());
        return pending().stream()
                .filter(revision -> expected.contains(revision.id()))
                .toList();
    }
}
