package dev.instar.boot.metrics;

import dev.instar.database.Blocker;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import dev.instar.run.CurrentStatement;
import dev.instar.run.Outcome;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import dev.instar.run.StepFailedException;
import dev.instar.run.StepReport;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears the runs on one database and measures them. One run at a time is all that the lock allows. */
final class MicrometerListener implements RunListener {

    private final Tags database;
    private final RunMetrics metrics;
    private @Nullable Measurement run;
    /** More than one with {@code instar.transaction=run}, where nobody knows how a step ends before the last one has. */
    private final Map<RevisionId, Measurement> steps = new LinkedHashMap<>();

    private @Nullable StepFailedException failure;

    /** What a statement that has not ended yet was seen to wait for locks. */
    private Duration waited = Duration.ZERO;

    MicrometerListener(String database, RunMetrics metrics) {
        this.database = Tags.of(RunMetrics.DATABASE, database);
        this.metrics = metrics;
    }

    @Override
    public void lockWaited(Outcome outcome, Duration waited) {
        metrics.time(RunMetrics.LOCK_WAIT, waited, database.and(RunMetrics.OUTCOME, RunMetrics.word(outcome)));
    }

    @Override
    public void statementStarted(Run started, CurrentStatement statement) {
        recordWaiting();
    }

    /** Most of what waits is taken back before it ends, and tried again: what was seen of it is what it waited. */
    @Override
    public synchronized void blocked(
            Run started, CurrentStatement statement, List<Blocker> blockers, Duration blockedFor) {
        if (blockedFor.compareTo(waited) < 0) {
            recordWaiting();
        }
        waited = blockedFor;
    }

    @Override
    public synchronized void statementFinished(
            Run started, CurrentStatement statement, Duration duration, Duration blocked) {
        if (!blocked.isZero()) {
            waited = blocked;
            recordWaiting();
        }
    }

    private synchronized void recordWaiting() {
        if (!waited.isZero()) {
            metrics.time(RunMetrics.DDL_LOCK_WAIT, waited, database);
            waited = Duration.ZERO;
        }
    }

    @Override
    public void locksReleased(Run started, Step step, Duration heldAtMost) {
        metrics.time(RunMetrics.DDL_LOCK_HELD, heldAtMost, database);
    }

    @Override
    public void runStarted(Run started, Plan plan) {
        Direction direction = plan.steps().get(0).direction();
        run = Measurement.begin(
                RunMetrics.RUN, metrics, towards(direction), "run", started.id().toString());
    }

    @Override
    public void stepStarted(Run started, Step begun) {
        RevisionId id = begun.revision().id();
        if (steps.containsKey(id)) {
            // Whatever was done was taken back, for want of a lock or with the connection, and begins again.
            endSteps(Outcome.FAILURE);
        }
        steps.values().forEach(Measurement::leave);
        steps.put(
                id,
                Measurement.begin(RunMetrics.REVISION, metrics, towards(begun.direction()), "revision", id.value()));
    }

    @Override
    public void stepFinished(Run started, StepReport report) {
        Measurement step = steps.remove(report.step().revision().id());
        if (step == null) {
            stepsMade(started, List.of(report));
        } else {
            step.end(Outcome.SUCCESS, null);
        }
    }

    /** Nobody could see them begin and end, but how long each took is known. */
    @Override
    public void stepsMade(Run started, List<StepReport> reports) {
        for (StepReport report : reports) {
            Tags tags = towards(report.step().direction()).and(RunMetrics.OUTCOME, RunMetrics.word(Outcome.SUCCESS));
            metrics.time(RunMetrics.REVISION, report.duration(), tags.and("error", "none"));
        }
    }

    @Override
    public void stepFailed(Run started, Step failed, StepFailedException cause) {
        failure = cause;
        Measurement step = steps.remove(failed.revision().id());
        if (step != null) {
            step.end(Outcome.FAILURE, cause);
        }
    }

    @Override
    public void runFinished(RunReport report) {
        recordWaiting();
        endSteps(report.outcome());
        if (run != null) {
            run.end(report.outcome(), failure);
        }
        run = null;
        failure = null;
    }

    private void endSteps(Outcome outcome) {
        steps.values().forEach(step -> step.end(outcome, null));
        steps.clear();
    }

    private Tags towards(Direction direction) {
        return database.and(RunMetrics.DIRECTION, RunMetrics.word(direction));
    }
}
