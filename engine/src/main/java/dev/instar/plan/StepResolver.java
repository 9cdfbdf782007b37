package dev.instar.plan;

import dev.instar.revision.Listing;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.revision.expression.Symbol;
import dev.instar.revision.expression.Target;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out where a number of steps leads, and where it is counted from when the target does not say. */
final class StepResolver {

    private final Position position;
    private final Purpose purpose;
    private final Resolver symbols;

    StepResolver(Position position, Purpose purpose, Resolver symbols) {
        this.position = position;
        this.purpose = purpose;
        this.symbols = symbols;
    }

    Destination resolve(Target.Relative target, Lineage branch) {
        Symbol start = target.start();
        if (start != null) {
            return fromNamed(start, target, branch);
        }
        requireSense(target);
        if (purpose.countsFromCurrent()) {
            return walk(target, branch, startingPoint(target, branch));
        }
        return fromHeads(target, branch);
    }

    private Destination fromNamed(Symbol start, Target.Relative target, Lineage branch) {
        Destination from = symbols.resolve(start, branch);
        if (from.revisions().size() > 1) {
            throw new InvalidTargetException(
                    "'%s' cannot start from '%s', which is %s.".formatted(target, start, Listing.of(from.revisions())),
                    "Start from one of them, for example '%s%s'."
                            .formatted(from.revisions().get(0), target.steps()));
        }
        return walk(
                target,
                branch,
                from.revisions().isEmpty() ? null : from.revisions().get(0));
    }

    /**
     * Steps down undo what they walk over, not what stands beside it. Counted from the only current revision they may
     * take what that one needs along; with a start or a branch by name, which others exist beside, they may not.
     */
    private Destination walk(Target.Relative target, Lineage branch, @Nullable RevisionId start) {
        RevisionId end = new Walk(position, branch, target).from(start);
        List<RevisionId> revisions = end == null ? List.of() : List.of(end);
        if (start == null || target.distance() >= 0 || !branch.isWhole()) {
            return new Destination(revisions, end == null, branch, false);
        }
        Lineage walked = Lineage.of(position.known(), start.value(), start);
        return new Destination(revisions, end == null, walked, target.start() == null);
    }

    private Destination fromHeads(Target.Relative target, Lineage branch) {
        Walk walk = new Walk(position, branch, target);
        Set<RevisionId> ends = new LinkedHashSet<>();
        for (RevisionId head : branch.filter(position.graph().realHeads())) {
            RevisionId end = walk.from(head);
            if (end != null) {
                ends.add(end);
            }
        }
        return ends.isEmpty() ? Destination.base(branch) : Destination.of(List.copyOf(ends), branch);
    }

    private void requireSense(Target.Relative target) {
        if (target.distance() == 0) {
            throw new InvalidTargetException(
                    "'%s' leads nowhere.".formatted(target), "Say how many steps, as in '+1' or '-1'.");
        }
        if (purpose == Purpose.UPGRADE && target.distance() < 0) {
            throw new InvalidTargetException(
                    "'%s' leads down, and an upgrade leads up.".formatted(target),
                    "Say '+' and a number of steps, or use 'downgrade'.");
        }
        if (purpose == Purpose.DOWNGRADE && target.distance() > 0) {
            throw new InvalidTargetException(
                    "'%s' leads up, and a downgrade leads down.".formatted(target),
                    "Say '-' and a number of steps, or use 'upgrade'.");
        }
        if (!purpose.countsFromCurrent() && target.distance() > 0) {
            throw new InvalidTargetException(
                    "'%s' starts nowhere: for %s steps count from the heads, and nothing is above these."
                            .formatted(target, purpose),
                    "Say where to start, as in 'base%s'.".formatted(target.steps()));
        }
    }

    private @Nullable RevisionId startingPoint(Target.Relative target, Lineage branch) {
        List<RevisionId> tips = branch.isWhole() ? position.current() : tips(target, branch);
        if (tips.size() > 1) {
            throw new InvalidTargetException(
                    "'%s' does not say where to start: %d revisions are current, %s."
                            .formatted(target, tips.size(), Listing.of(tips)),
                    "Name the branch, for example '%s', or the revision to go to."
                            .formatted(target.on(tips.get(0).value())));
        }
        if (tips.isEmpty() && target.distance() < 0) {
            throw new InvalidTargetException(
                    "'%s' leads nowhere: nothing%s is applied."
                            .formatted(target, branch.isWhole() ? "" : " of the branch '" + branch.name() + "'"),
                    branch.isWhole() || position.current().isEmpty()
                            ? "There is nothing to undo."
                            : "Name a branch of what is current, %s.".formatted(Listing.of(position.current())));
        }
        return tips.isEmpty() ? null : tips.get(0);
    }

    /** The applied revisions of the lineage that nothing applied of it continues. */
    private List<RevisionId> tips(Target.Relative target, Lineage branch) {
        List<RevisionId> applied = position.known().inOrder().stream()
                .map(revision -> revision.id())
                .filter(id -> position.isApplied(id) && branch.contains(id))
                .toList();
        if (target.distance() < 0 && Collections.disjoint(branch.branch(), applied)) {
            return List.of();
        }
        Set<RevisionId> parents = new HashSet<>();
        applied.forEach(id -> parents.addAll(position.known().parents(id)));
        Set<RevisionId> continued = position.known().alongParents(parents);
        return applied.stream().filter(id -> !continued.contains(id)).toList();
    }
}
