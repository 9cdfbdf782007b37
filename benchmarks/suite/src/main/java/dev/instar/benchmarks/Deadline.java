package dev.instar.benchmarks;

import java.time.Duration;

/** How long all of it may take. What does not fit is left out, and the report says so. */
final class Deadline {

    private final long end;
    private int leftOut;

    Deadline(Duration budget) {
        this.end = System.nanoTime() + budget.toNanos();
    }

    /** Whether there is time for one more measurement. */
    boolean allows() {
        boolean allows = System.nanoTime() < end;
        leftOut += allows ? 0 : 1;
        return allows;
    }

    String verdict() {
        return leftOut == 0
                ? "Everything was measured."
                : "The time was over before everything was measured: %d measurements were left out.".formatted(leftOut);
    }
}
