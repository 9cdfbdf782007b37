package dev.instar.plan;

import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sets where a database is said to be. Everything the targets need is implied, what is above them goes, and what stands
 * beside them stays.
 */
final class Stamping {

    private final Position position;
    private final Set<RevisionId> wanted = new LinkedHashSet<>();

    Stamping(Position position) {
        this.position = position;
    }

    Stamp to(List<Target> targets) {
        Resolver resolver = new Resolver(position, Purpose.STAMP);
        List<Destination> destinations = targets.stream().map(resolver::resolve).toList();
        destinations.forEach(destination -> wanted.addAll(destination.revisions()));
        Set<RevisionId> kept = position.known().withAncestors(wanted);
        Set<RevisionId> removed = new HashSet<>();
        for (int index = 0; index < targets.size(); index++) {
            Destination destination = destinations.get(index);
            if (!isImplied(destination)) {
                removeAbove(destination, targets.get(index), kept, removed);
            }
        }
        return stamp(kept, removed);
    }

    /** As {@link #to}, but nothing stays beside the targets. */
    Stamp toNothingBut(List<Target> targets) {
        Resolver resolver = new Resolver(position, Purpose.STAMP);
        targets.forEach(target -> wanted.addAll(resolver.resolve(target).revisions()));
        Set<RevisionId> kept = position.known().withAncestors(wanted);
        Set<RevisionId> removed = new HashSet<>();
        position.known().inOrder().forEach(revision -> removed.add(revision.id()));
        removed.removeAll(kept);
        return stamp(kept, removed);
    }

    /** An ancestor of another target says nothing that this one does not say, and neither does the base. */
    private boolean isImplied(Destination destination) {
        if (destination.isBase()) {
            return destination.line().isWhole() && !wanted.isEmpty();
        }
        Set<RevisionId> others = new HashSet<>(wanted);
        destination.revisions().forEach(others::remove);
        return position.known().withAncestors(others).containsAll(destination.revisions());
    }

    private void removeAbove(Destination destination, Target target, Set<RevisionId> kept, Set<RevisionId> removed) {
        Above above = new Above(position);
        List<Revision> found = above.of(destination, kept);
        above.requireInLine(target.toString(), destination, found);
        found.forEach(revision -> removed.add(revision.id()));
    }

    private Stamp stamp(Set<RevisionId> kept, Set<RevisionId> removed) {
        List<Revision> inOrder = position.known().inOrder();
        LinkedHashSet<Revision> last = new LinkedHashSet<>();
        for (int index = inOrder.size() - 1; index >= 0; index--) {
            Revision revision = inOrder.get(index);
            if (position.isApplied(revision.id()) && removed.contains(revision.id())) {
                last.add(revision);
            }
        }
        return new Stamp(
                inOrder.stream()
                        .filter(revision -> kept.contains(revision.id()) && !position.isApplied(revision.id()))
                        .toList(),
                List.copyOf(last));
    }
}
