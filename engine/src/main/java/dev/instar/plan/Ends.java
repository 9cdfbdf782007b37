package dev.instar.plan;

import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import java.util.ArrayList;
import java.util.List;

/**
 * What the two sides of a range of the history mean.
 *
 * @param from none for the base
 * @param to none for the base
 */
record Ends(List<RevisionId> from, List<RevisionId> to) {

    static Ends of(TargetRange range, Position position) {
        Target to = range.to() == null ? Target.HEADS : range.to();
        boolean countsUp = to.isBareSteps();
        boolean countsDown = range.from().stream().anyMatch(Target::isBareSteps);
        if (countsUp == countsDown) {
            return new Ends(resolve(range.from(), position), resolve(List.of(to), position));
        }
        if (countsUp) {
            List<RevisionId> from = resolve(range.from(), position);
            return new Ends(from, resolve(List.of(to), Position.assumed(position.known(), from)));
        }
        List<RevisionId> end = resolve(List.of(to), position);
        return new Ends(resolve(range.from(), Position.assumed(position.known(), end)), end);
    }

    private static List<RevisionId> resolve(List<Target> targets, Position position) {
        Resolver resolver = new Resolver(position, Purpose.HISTORY);
        List<RevisionId> revisions = new ArrayList<>();
        targets.forEach(target -> revisions.addAll(resolver.resolve(target).revisions()));
        return revisions;
    }
}
