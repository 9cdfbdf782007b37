package dev.instar.run;

import java.time.Duration;

/** How long something takes, unaffected by anybody who sets the time. */
final class Stopwatch {

    private final long start = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    boolean hasPassed(Duration limit) {
        return elapsed().compareTo(limit) >= 0;
    }
}
