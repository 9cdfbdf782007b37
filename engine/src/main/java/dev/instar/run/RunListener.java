package dev.instar.run;

import dev.instar.database.Blocker;
import dev.instar.database.LockHolder;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what a run does, on the thread that does it unless a method says otherwise. Log lines, metrics and progress are
 * listeners. What a listener throws never disturbs the run.
 */
public interface RunListener {

    /** The migration lock is held by someone else; called each time that is found to be so still. */
    default void lockWaiting(@Nullable LockHolder holder, Duration waited) {}

    /** The wait for the migration lock is over. */
    default void lockWaited(Outcome outcome, Duration waited) {}

    /** The migration lock is held and the plan is made; nothing has been run yet. */
    default void runStarted(Run run, Plan plan) {}

    /** A step is about to begin. */
    default void stepStarted(Run run, Step step) {}

    /** A step goes on where an earlier run, or a lost connection, left it, behind that many statements. */
    default void stepResumed(Run run, Step step, int done) {}

    /** A statement is about to be sent. */
    default void statementStarted(Run run, CurrentStatement statement) {}

    /** A statement has succeeded; for part of its time it may have been blocked by the locks of others. */
    default void statementFinished(Run run, CurrentStatement statement, Duration duration, Duration blocked) {}

    /** A statement waits for the locks of these sessions; called several times a second, on a thread of its own. */
    default void blocked(Run run, CurrentStatement statement, List<Blocker> blockers, Duration blocked) {}

    /** A transaction did not get its locks and was rolled back; it will be tried again. */
    default void retrying(Run run, CurrentStatement statement, List<Blocker> blockers, Duration spent) {}

    /** A step is recorded, and nothing of it is run: the revision is for these environments only. */
    default void stepSkipped(Run run, Step step, List<String> environments) {}

    /** A step says how far it has come; the total is 0 while nobody knows it. */
    default void stepProgressed(Run run, Step step, long done, long total) {}

    /**
     * The transaction of a step, or the one that it was the last of, has ended, one way or the other, and with it
     * whatever locks it held; none of them was held for longer than that.
     */
    default void locksReleased(Run run, Step step, Duration heldAtMost) {}

    /** A step is done and committed. */
    default void stepFinished(Run run, StepReport report) {}

    /**
     * Steps were made together in one transaction, and that is committed; each report has its share of the time. Nobody
     * hears of their statements. A listener that does not care hears of each that it was started and finished.
     */
    default void stepsMade(Run run, List<StepReport> reports) {
        for (StepReport report : reports) {
            stepStarted(run, report.step());
            stepFinished(run, report);
        }
    }

    /** A step failed; the run ends with it. */
    default void stepFailed(Run run, Step step, StepFailedException failure) {}

    /** The connection is lost; the run tries to get another one and to go on. */
    default void connectionLost(Run run, String place) {}

    /** A run that started has ended, one way or the other. */
    default void runFinished(RunReport report) {}
}
