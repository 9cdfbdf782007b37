package dev.instar.fault;

import java.time.Duration;
import java.util.Random;
import org.slf4j.LoggerFactory;

/** Chance that can be repeated: {@code -Dinstar.fault.seed=...} makes the same choices again. */
final class Seed {

    private final long value = Long.getLong("instar.fault.seed", System.nanoTime());
    private final Random random = new Random(value);

    Seed() {
        LoggerFactory.getLogger(Seed.class).info("The faults of this test can be had again with {}.", this);
    }

    Duration upTo(Duration longest) {
        return Duration.ofNanos((long) (random.nextDouble() * longest.toNanos()));
    }

    /** How often a fault is injected: seldom in the gate, often in the endurance run. */
    static int times(String fault, int inTheGate) {
        return Integer.getInteger("instar.fault." + fault, inTheGate);
    }

    @Override
    public String toString() {
        return "-Dinstar.fault.seed=" + value;
    }
}
