package dev.instar.plan;

import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of the graph that a target is about: one revision, its ancestors and its descendants. Without a revision it
 * is the whole graph.
 */
final class Lineage {

    private final RevisionGraph graph;
    private final String name;
    private final @Nullable RevisionId begin;
    private final @Nullable Set<RevisionId> members;

    private Lineage(RevisionGraph graph, String name, @Nullable RevisionId begin) {
        this.graph = graph;
        this.name = name;
        this.begin = begin;
        this.members = begin == null ? null : graph.lineage(begin);
    }

    static Lineage whole(RevisionGraph graph) {
        return new Lineage(graph, "", null);
    }

    /** The lineage of a revision, under the name that the user gave it. */
    static Lineage of(RevisionGraph graph, String name, RevisionId begin) {
        return new Lineage(graph, name, begin);
    }

    boolean isWhole() {
        return begin == null;
    }

    /** What the user calls it. */
    String name() {
        return name;
    }

    boolean contains(RevisionId id) {
        return members == null || members.contains(id);
    }

    List<RevisionId> filter(Collection<RevisionId> ids) {
        List<RevisionId> inside = new ArrayList<>();
        for (RevisionId id : ids) {
            if (contains(id)) {
                inside.add(id);
            }
        }
        return inside;
    }

    /** The lineage without the ancestors that it shares with other branches. */
    Set<RevisionId> branch() {
        return begin == null ? graph.withDescendants(graph.roots()) : graph.branch(begin);
    }

    /** How a target on this lineage is written. */
    String qualify(Object target) {
        return isWhole() ? target.toString() : name + "@" + target;
    }
}
