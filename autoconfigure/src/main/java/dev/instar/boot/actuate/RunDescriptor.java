package dev.instar.boot.actuate;

import dev.instar.run.Outcome;
import dev.instar.run.Run;
import dev.instar.run.RunReport;
import dev.instar.run.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that is under way, or that has ended.
 *
 * @param steps how many steps were carried out; like everything after it only there for a run that has ended
 * @param failure one sentence without any SQL, for a run that failed
 */
public record RunDescriptor(
        String id,
        Trigger trigger,
        Instant startedAt,
        @Nullable Outcome outcome,
        @Nullable Integer steps,
        @Nullable Long durationMs,
        @Nullable String failure) {

    static RunDescriptor of(Run run) {
        return new RunDescriptor(run.id().toString(), run.trigger(), run.startedAt(), null, null, null, null);
    }

    static RunDescriptor of(RunReport report) {
        Run run = report.run();
        return new RunDescriptor(
                run.id().toString(),
                run.trigger(),
                run.startedAt(),
                report.outcome(),
                report.steps().size(),
                report.duration().toMillis(),
                report.failure());
    }
}
