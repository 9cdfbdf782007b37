package dev.instar.run;

import dev.instar.database.LockHolder;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what a run does, on the thread that does it. Log lines, metrics and progress are listeners. What a listener
 * throws never disturbs the run.
 */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** The lock is held by someone else; called each time that is found to be so still. */
    default void lockWaiting(@Nullable LockHolder holder, Duration waited) {}

    /** The wait for the lock is over. */
    default void lockWaited(Outcome outcome, Duration waited) {}

    /** The lock is held and the plan is made; nothing has been run yet. */
    default void runStarted(Run run, Plan plan) {}

    /** A step is about to begin. */
    default void stepStarted(Run run, Step step) {}

    /** A step is recorded, and nothing of it is run: the revision is for these environments only. */
    default void stepSkipped(Run run, Step step, List<String> environments) {}

    /** A step says how far it has come; the total is 0 while nobody knows it. */
    default void stepProgressed(Run run, Step step, long done, long total) {}

    /** A step is done and committed. */
    default void stepFinished(Run run, StepReport report) {}

    /** A step failed and was rolled back; the run ends with it. */
    default void stepFailed(Run run, Step step, StepFailedException failure) {}

    /** A run that started has ended, one way or the other. */
    default void runFinished(RunReport report) {}
}
