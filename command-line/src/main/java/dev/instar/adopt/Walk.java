package dev.instar.adopt;

import dev.instar.plan.Position;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.schema.Catalog;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replays the revisions on every way through the graph, and holds each position against the database once: revisions are
 * added in the order of the graph alone, and taken back where another one could have come first.
 */
final class Walk {

    /** Branches beside each other make as many positions as the product of their lengths. */
    private static final int MOST_BESIDE_A_LINE = 1_000;

    private final Replay replay;
    private final Revisions revisions;
    private final Likeness likeness;
    private final Supplier<Catalog> looking;
    private final Columns columns;
    private final List<Revision> order;
    private final Deque<Fork> forks = new ArrayDeque<>();
    private final Map<Set<RevisionId>, Likeness.Distance> matches = new LinkedHashMap<>();

    private Set<RevisionId> applied = new LinkedHashSet<>();
    private Likeness.Distance distance;
    private Likeness.Distance least;
    private Set<RevisionId> nearest = Set.of();
    private @Nullable ReplayException obstacle;

    /** Where another revision could have come next, the first of them at this place of the order. */
    private record Fork(Replay.Mark mark, Set<RevisionId> applied, Likeness.Distance distance, int next) {}

    Walk(Replay replay, Revisions revisions, Likeness likeness, Supplier<Catalog> looking, Columns columns) {
        this.replay = replay;
        this.revisions = revisions;
        this.likeness = likeness;
        this.looking = looking;
        this.columns = columns;
        this.order = revisions.graph().inOrder();
        this.distance = look();
        this.least = distance;
        note();
    }

    PositionFinding through() {
        int left = order.size() + MOST_BESIDE_A_LINE;
        int next = next(0);
        while (next < order.size() || !forks.isEmpty()) {
            if (next >= order.size()) {
                next = backToFork();
            } else if (left-- == 0) {
                return finding(false);
            } else {
                next = step(next);
            }
        }
        return finding(true);
    }

    private int step(int number) {
        Revision revision = order.get(number);
        int other = next(number + 1);
        if (other < order.size()) {
            forks.push(new Fork(replay.mark(), new LinkedHashSet<>(applied), distance, other));
        }
        try {
            if (replay.apply(revisions.script(revision.id()))) {
                distance = look();
            }
        } catch (ReplayException refused) {
            obstacle = obstacle == null ? refused : obstacle;
            return order.size();
        }
        if (distance.isZero() && doesNothing(revisions.script(revision.id()))) {
            // Nobody has to choose between having run nothing and not having run it.
            matches.remove(Set.copyOf(applied));
        }
        applied.add(revision.id());
        note();
        return next(number + 1);
    }

    private int backToFork() {
        Fork fork = forks.pop();
        replay.backTo(fork.mark());
        applied = fork.applied();
        distance = fork.distance();
        return fork.next();
    }

    /** The first revision from this place of the order on that has all that it needs. */
    private int next(int from) {
        int number = from;
        while (number < order.size() && !applied.containsAll(order.get(number).prerequisites())) {
            number++;
        }
        return number;
    }

    private Likeness.Distance look() {
        return likeness.of(columns.now(), looking);
    }

    private void note() {
        if (distance.isZero()) {
            matches.put(Set.copyOf(applied), distance);
        }
        if (distance.compareTo(least) <= 0) {
            least = distance;
            nearest = Set.copyOf(applied);
        }
    }

    private PositionFinding finding(boolean complete) {
        RevisionGraph graph = revisions.graph();
        // What is not modelled is no difference, but says which of several it is.
        boolean told = matches.values().stream().anyMatch(match -> !match.other());
        return new PositionFinding(
                matches.entrySet().stream()
                        .filter(match -> !told || !match.getValue().other())
                        .map(match -> Position.assumed(graph, match.getKey()))
                        .toList(),
                matches.isEmpty() ? Position.assumed(graph, nearest) : null,
                obstacle,
                notRun(revisions),
                complete);
    }

    /** As of a merge that only joins its parents, or a revision for other environments. */
    private static boolean doesNothing(Script script) {
        boolean[] nothing = {
            script.java() == null
                    && script.required().isEmpty()
                    && script.ensured().isEmpty()
        };
        if (!script.isSkipped()) {
            script.forEach(Direction.UPGRADE, statement -> nothing[0] = false);
        }
        return script.isSkipped() || nothing[0];
    }

    static List<RevisionId> notRun(Revisions revisions) {
        List<RevisionId> java = new ArrayList<>();
        for (Revision revision : revisions.graph().inOrder()) {
            if (revisions.script(revision.id()).java() != null) {
                java.add(revision.id());
            }
        }
        return java;
    }
}
