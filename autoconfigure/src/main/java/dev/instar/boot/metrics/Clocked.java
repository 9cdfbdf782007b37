package dev.instar.boot.metrics;

import dev.instar.run.Outcome;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measured with a clock, because there is nobody yet who observes. Makes the same series as an observation does. */
final class Clocked implements Measurement {

    private final String name;
    private final RunMetrics metrics;
    private final Tags tags;
    private final long start = System.nanoTime();

    Clocked(String name, RunMetrics metrics, Tags tags) {
        this.name = name;
        this.metrics = metrics;
        this.tags = tags;
    }

    @Override
    public void end(Outcome outcome, @Nullable Throwable failure) {
        String error = failure == null ? "none" : failure.getClass().getSimpleName();
        metrics.time(
                name,
                Duration.ofNanos(System.nanoTime() - start),
                tags.and(RunMetrics.OUTCOME, RunMetrics.word(outcome), "error", error));
    }
}
