package dev.instar.history;

import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as the journal tells it, on whatever machine it was made.
 *
 * @param trigger what made it happen: {@code startup}, {@code command}, {@code endpoint}
 * @param planned how many steps it set out to make
 * @param steps those that are done, in order
 * @param current the revision it is at, or was at when it ended early
 * @param lastSign when it last wrote to the journal; the end of a run that has ended
 * @param error one sentence without any SQL, or {@code null}
 */
public record RunRecord(
        UUID id,
        String trigger,
        String by,
        @Nullable String applicationVersion,
        Instant startedAt,
        Instant lastSign,
        RunState state,
        int planned,
        List<StepRecord> steps,
        @Nullable RevisionId current,
        @Nullable String error) {

    public RunRecord {
        steps = List.copyOf(steps);
    }

    /** What a run has done about a revision: made a step, or changed what is recorded about it. */
    public record StepRecord(RevisionId revision, Direction direction, JournalEvent event, Instant at) {}

    public boolean isRunning() {
        return state == RunState.RUNNING;
    }

    /** The same run, by someone who knows more about how it stands. */
    public RunRecord inState(RunState known) {
        return new RunRecord(
                id, trigger, by, applicationVersion, startedAt, lastSign, known, planned, steps, current, error);
    }
}
