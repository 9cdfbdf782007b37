package dev.instar.run;

import dev.instar.database.Blocker;
import dev.instar.database.LockHolder;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners as one, none of which can disturb the run or the others. */
public final class RunListeners implements RunListener {

    private static final Logger log = LoggerFactory.getLogger(RunListeners.class);

    private final List<RunListener> listeners;

    public RunListeners(List<RunListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void lockWaiting(@Nullable LockHolder holder, Duration waited) {
        tell(listener -> listener.lockWaiting(holder, waited));
    }

    @Override
    public void lockWaited(Outcome outcome, Duration waited) {
        tell(listener -> listener.lockWaited(outcome, waited));
    }

    @Override
    public void runStarted(Run run, Plan plan) {
        tell(listener -> listener.runStarted(run, plan));
    }

    @Override
    public void stepStarted(Run run, Step step) {
        tell(listener -> listener.stepStarted(run, step));
    }

    @Override
    public void stepResumed(Run run, Step step, int done) {
        tell(listener -> listener.stepResumed(run, step, done));
    }

    @Override
    public void statementStarted(Run run, CurrentStatement statement) {
        tell(listener -> listener.statementStarted(run, statement));
    }

    @Override
    public void statementFinished(Run run, CurrentStatement statement, Duration duration, Duration blocked) {
        tell(listener -> listener.statementFinished(run, statement, duration, blocked));
    }

    @Override
    public void blocked(Run run, CurrentStatement statement, List<Blocker> blockers, Duration blocked) {
        tell(listener -> listener.blocked(run, statement, blockers, blocked));
    }

    @Override
    public void retrying(Run run, CurrentStatement statement, List<Blocker> blockers, Duration spent) {
        tell(listener -> listener.retrying(run, statement, blockers, spent));
    }

    @Override
    public void stepSkipped(Run run, Step step, List<String> environments) {
        tell(listener -> listener.stepSkipped(run, step, environments));
    }

    @Override
    public void stepProgressed(Run run, Step step, long done, long total) {
        tell(listener -> listener.stepProgressed(run, step, done, total));
    }

    @Override
    public void locksReleased(Run run, Step step, Duration heldAtMost) {
        tell(listener -> listener.locksReleased(run, step, heldAtMost));
    }

    @Override
    public void stepFinished(Run run, StepReport report) {
        tell(listener -> listener.stepFinished(run, report));
    }

    @Override
    public void stepsMade(Run run, List<StepReport> reports) {
        tell(listener -> listener.stepsMade(run, reports));
    }

    @Override
    public void stepFailed(Run run, Step step, StepFailedException failure) {
        tell(listener -> listener.stepFailed(run, step, failure));
    }

    @Override
    public void connectionLost(Run run, String place) {
        tell(listener -> listener.connectionLost(run, place));
    }

    @Override
    public void runFinished(RunReport report) {
        tell(listener -> listener.runFinished(report));
    }

    private void tell(Consumer<RunListener> event) {
        for (RunListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException broken) {
                log.warn(
                        "A run listener of type {} failed; the run goes on.",
                        listener.getClass().getName(),
                        broken);
            }
        }
    }
}
