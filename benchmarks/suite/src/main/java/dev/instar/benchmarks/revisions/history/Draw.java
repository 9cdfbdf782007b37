package dev.instar.benchmarks.revisions.history;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Chance, the same on every machine and in every run. */
final class Draw {

    private static final int SEED = 20_260_101;

    private final Random random = new Random(SEED);
    private int names;

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean inPercent(int percent) {
        return below(100) < percent;
    }

    <T> T of(List<T> things) {
        return things.get(below(things.size()));
    }

    <T> Optional<T> of(List<T> things, Predicate<T> fitting) {
        List<T> left = things.stream().filter(fitting).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(of(left));
    }

    /** A name that nothing else has. */
    String name(String word) {
        return word + "_" + ++names;
    }
}
