package dev.instar.boot.actuate;

import dev.instar.history.RunRecord;
import dev.instar.history.RunState;
import dev.instar.revision.RevisionId;
import dev.instar.run.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run that is under way or has ended, of whatever process.
 *
 * @param by the application, and the name of whoever asked for it over the endpoint; that is not told everyone
 * @param planned how many steps it set out to make
 * @param steps how many of them are made
 * @param revision the revision it is at, or was at when it ended early
 * @param failure one sentence without any SQL, for a run that failed
 */
public record RunDescriptor(
        String id,
        String trigger,
        @Nullable String by,
        Instant startedAt,
        RunState state,
        int planned,
        int steps,
        @Nullable String revision,
        long durationMs,
        @Nullable String failure) {

    /** The same for somebody whose name nobody knows. */
    RunDescriptor anonymous() {
        return new RunDescriptor(
                id,
                trigger,
                Trigger.ENDPOINT.name().equals(trigger) ? null : by,
                startedAt,
                state,
                planned,
                steps,
                revision,
                durationMs,
                failure);
    }

    static RunDescriptor of(RunRecord run) {
        RevisionId current = run.current();
        return new RunDescriptor(
                run.id().toString(),
                run.trigger().toUpperCase(Locale.ROOT),
                run.by(),
                run.startedAt(),
                run.state(),
                run.planned(),
                run.steps().size(),
                current == null ? null : current.value(),
                Duration.between(run.startedAt(), run.lastSign()).toMillis(),
                run.error());
    }
}
