package dev.instar.revision;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Who leads to whom, with revisions as numbers: the targets of all revisions lie in one array, which makes a walk over
 * 100,000 of them a matter of milliseconds. Edges to nothing are left out.
 */
final class Edges {

    static final int NOTHING = -1;

    private final int[] starts;
    private final int[] targets;

    private Edges(int[] starts, int[] targets) {
        this.starts = starts;
        this.targets = targets;
    }

    static Edges of(
            List<Revision> revisions,
            Function<Revision, List<RevisionId>> targetsOf,
            ToIntFunction<RevisionId> numberOf) {
        int[] starts = new int[revisions.size() + 1];
        IntStack targets = new IntStack();
        for (int number = 0; number < revisions.size(); number++) {
            starts[number + 1] = starts[number];
            for (RevisionId target : targetsOf.apply(revisions.get(number))) {
                int targetNumber = numberOf.applyAsInt(target);
                if (targetNumber != NOTHING) {
                    targets.push(targetNumber);
                    starts[number + 1]++;
                }
            }
        }
        return new Edges(starts, targets.toArray());
    }

    /** The same edges seen from the other end; the sources of a revision come in ascending order. */
    Edges reversed() {
        int[] reversedStarts = new int[starts.length];
        for (int target : targets) {
            reversedStarts[target + 1]++;
        }
        for (int number = 1; number < starts.length; number++) {
            reversedStarts[number] += reversedStarts[number - 1];
        }
        int[] free = reversedStarts.clone();
        int[] sources = new int[targets.length];
        for (int number = 0; number < size(); number++) {
            for (int edge = 0; edge < count(number); edge++) {
                sources[free[target(number, edge)]++] = number;
            }
        }
        return new Edges(reversedStarts, sources);
    }

    int size() {
        return starts.length - 1;
    }

    int count(int number) {
        return starts[number + 1] - starts[number];
    }

    int target(int number, int edge) {
        return targets[starts[number] + edge];
    }

    IntStream targets(int number) {
        return IntStream.range(starts[number], starts[number + 1]).map(edge -> targets[edge]);
    }

    /** These numbers and all that can be reached from them. */
    BitSet reach(int... from) {
        BitSet reached = new BitSet(size());
        IntStack open = new IntStack();
        for (int number : from) {
            if (!reached.get(number)) {
                reached.set(number);
                open.push(number);
            }
        }
        while (!open.isEmpty()) {
            int number = open.pop();
            for (int edge = 0; edge < count(number); edge++) {
                int target = target(number, edge);
                if (!reached.get(target)) {
                    reached.set(target);
                    open.push(target);
                }
            }
        }
        return reached;
    }
}
