package dev.instar.run;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run.
 *
 * @param steps those that were carried out; the one that failed is not among them
 * @param failure one sentence without any SQL, or {@code null} when the run succeeded
 */
public record RunReport(
        Run run,
        Outcome outcome,
        List<StepReport> steps,
        Duration duration,
        @Nullable String failure) {

    public RunReport {
        steps = List.copyOf(steps);
    }
}
