package dev.instar.plan;

import dev.instar.revision.Listing;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans without a database: the start of a range says where it stands. An upgrade left open runs from the base to the
 * heads, a downgrade from the heads to the base.
 */
public final class OfflinePlanner {

    private final RevisionGraph graph;

    public OfflinePlanner(RevisionGraph graph) {
        this.graph = graph;
    }

    /** Where the range of an upgrade or a stamp begins; nothing for the base. */
    public Set<RevisionId> start(TargetRange range) {
        return start(range, Target.BASE);
    }

    public Plan upgrade(TargetRange range) {
        Set<RevisionId> from = start(range);
        Position position = Position.assumed(graph, from);
        Target to = range.to() == null ? Target.HEADS : range.to();
        Destination destination = new Resolver(position, Purpose.UPGRADE).resolve(to);
        boolean below = destination.isBase()
                ? !from.isEmpty()
                : !destination.revisions().isEmpty() && isBelow(destination.revisions(), from);
        if (below) {
            throw backwards(range, to, "below", from, "up");
        }
        return new Planner(position).upgrade(destination.revisions());
    }

    public Plan downgrade(TargetRange range) {
        Set<RevisionId> from = start(range, Target.HEADS);
        Position position = Position.assumed(graph, from);
        Target to = range.to() == null ? Target.BASE : range.to();
        Destination destination = new Resolver(position, Purpose.DOWNGRADE).resolve(to);
        if (!destination.revisions().isEmpty() && isBelow(from, destination.revisions())) {
            throw backwards(range, to, "above", from, "down");
        }
        return new Downgrade(position, false).to(destination, to.toString());
    }

    /** What changes in a history that stands at the starts of these ranges when it is stamped with their ends. */
    public Stamp stamp(List<TargetRange> ranges) {
        Set<RevisionId> from = new LinkedHashSet<>();
        ranges.forEach(range -> from.addAll(start(range)));
        List<Target> to = ranges.stream()
                .map(range -> range.to() == null ? Target.HEADS : range.to())
                .toList();
        return new Planner(Position.assumed(graph, from)).stamp(to);
    }

    private Set<RevisionId> start(TargetRange range, Target otherwise) {
        Resolver resolver = new Resolver(Position.assumed(graph, List.of()), Purpose.START);
        Set<RevisionId> start = new LinkedHashSet<>();
        List<Target> from = range.from().isEmpty() ? List.of(otherwise) : range.from();
        from.forEach(target -> start.addAll(resolver.resolve(target).revisions()));
        return start;
    }

    private boolean isBelow(Collection<RevisionId> lower, Collection<RevisionId> upper) {
        return !Set.copyOf(lower).equals(Set.copyOf(upper))
                && graph.withAncestors(upper).containsAll(lower);
    }

    private static InvalidTargetException backwards(
            TargetRange range, Target to, String side, Set<RevisionId> from, String direction) {
        return new InvalidTargetException(
                "'%s' runs backwards: '%s' is %s %s."
                        .formatted(range, to, side, from.isEmpty() ? "the base" : Listing.of(from)),
                "Exchange the sides; this range must lead %s.".formatted(direction));
    }
}
