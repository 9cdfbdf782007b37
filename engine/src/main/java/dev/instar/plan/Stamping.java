package dev.instar.plan;

import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sets where a database is said to be. A current revision in line with a target is replaced by it; what stands beside
 * all targets stays, and everything that either needs is implied; but a gap below what stays is nobody's target.
 */
final class Stamping {

    private final Position position;

    Stamping(Position position) {
        this.position = position;
    }

    Stamp to(List<Target> targets) {
        List<Destination> destinations = resolve(targets);
        Set<RevisionId> current = revisions(destinations);
        List<Destination> said = destinations.stream()
                .filter(destination -> !isImplied(destination, current))
                .toList();
        Set<RevisionId> beside = new HashSet<>();
        for (RevisionId id : position.current()) {
            if (said.stream().noneMatch(destination -> isInLine(id, destination))) {
                beside.add(id);
            }
        }
        return stamp(current, beside);
    }

    /** As {@link #to}, but nothing stays beside the targets. */
    Stamp toNothingBut(List<Target> targets) {
        return stamp(revisions(resolve(targets)), Set.of());
    }

    private List<Destination> resolve(List<Target> targets) {
        Resolver resolver = new Resolver(position, Purpose.STAMP);
        return targets.stream().map(resolver::resolve).toList();
    }

    private static Set<RevisionId> revisions(List<Destination> destinations) {
        Set<RevisionId> revisions = new LinkedHashSet<>();
        destinations.forEach(destination -> revisions.addAll(destination.revisions()));
        return revisions;
    }

    /** An ancestor of another target says nothing that this one does not say, and neither does the base. */
    private boolean isImplied(Destination destination, Set<RevisionId> all) {
        if (destination.isBase()) {
            return destination.line().isWhole() && !all.isEmpty();
        }
        Set<RevisionId> others = new HashSet<>(all);
        destination.revisions().forEach(others::remove);
        return position.known().withAncestors(others).containsAll(destination.revisions());
    }

    private boolean isInLine(RevisionId id, Destination destination) {
        Set<RevisionId> lineage = position.known().lineage(id);
        return destination.line().contains(id)
                && (destination.isBase() || destination.revisions().stream().anyMatch(lineage::contains));
    }

    private Stamp stamp(Collection<RevisionId> current, Collection<RevisionId> beside) {
        Set<RevisionId> applied = position.known().withAncestors(current);
        Set<RevisionId> staying = position.known().withAncestors(beside);
        List<Revision> added = new ArrayList<>();
        List<Revision> removed = new ArrayList<>();
        for (Revision revision : position.known().inOrder()) {
            boolean was = position.isApplied(revision.id());
            boolean is = applied.contains(revision.id()) || was && staying.contains(revision.id());
            if (was != is) {
                (was ? removed : added).add(revision);
            }
        }
        Collections.reverse(removed);
        return new Stamp(added, removed);
    }
}
