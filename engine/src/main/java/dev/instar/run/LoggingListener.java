package dev.instar.run;

import dev.instar.database.Blocker;
import dev.instar.database.LockHolder;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import dev.instar.revision.Listing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what a run does. */
public final class LoggingListener implements RunListener {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");
    private static final Duration REMIND_AFTER = Duration.ofSeconds(10);

    private final StepLog steps = new StepLog(log);
    private Duration reminded = Duration.ZERO;
    private @Nullable CurrentStatement blocked;
    private Duration blockedReminded = Duration.ZERO;

    @Override
    public void lockWaiting(@Nullable LockHolder holder, Duration waited) {
        if (reminded.isZero() || waited.minus(reminded).compareTo(REMIND_AFTER) >= 0) {
            reminded = waited.plusMillis(1);
            log.info(
                    "Waiting for the migration lock, held by {}.",
                    holder == null ? "a session that is just leaving" : holder);
        }
    }

    @Override
    public void lockWaited(Outcome outcome, Duration waited) {
        reminded = Duration.ZERO;
    }

    @Override
    public void runStarted(Run run, Plan plan) {
        steps.runOf(plan.size());
        StringBuilder lines = new StringBuilder();
        for (Step step : plan.steps()) {
            lines.append("\n  ").append(step);
        }
        log.info("Run {} has {} to make:{}", run.id(), count(plan.size()), lines);
    }

    @Override
    public void stepResumed(Run run, Step step, int done) {
        steps.tell();
        log.info(
                "Revision {} is half done; going on behind statement {}.",
                step.revision().id(),
                done);
    }

    @Override
    public synchronized void blocked(Run run, CurrentStatement statement, List<Blocker> blockers, Duration blockedFor) {
        boolean isNew = !statement.equals(blocked);
        if (isNew || blockedFor.minus(blockedReminded).compareTo(REMIND_AFTER) >= 0) {
            steps.tell();
            blocked = statement;
            blockedReminded = blockedFor;
            log.info(
                    "The statement at {} waits for the locks of {}.",
                    statement.place(),
                    blockers.stream().map(Blocker::toString).collect(Collectors.joining("; ")));
        }
    }

    @Override
    public void retrying(Run run, CurrentStatement statement, List<Blocker> blockers, Duration spent) {
        steps.tell();
        log.info(
                "The statement at {} did not get its locks; everything of it was rolled back and is tried again ({} ms"
                        + " of the budget are spent).",
                statement.place(),
                spent.toMillis());
    }

    @Override
    public void connectionLost(Run run, String place) {
        steps.tell();
        log.warn("The connection was lost {}; finding out over a new one what has happened.", place);
    }

    @Override
    public void stepSkipped(Run run, Step step, List<String> environments) {
        steps.tell();
        log.info(
                "Skipping {} '{}': it is for {} only.",
                step.revision().id(),
                step.revision().message(),
                Listing.of(environments));
    }

    @Override
    public void stepFinished(Run run, StepReport report) {
        steps.made(report);
    }

    @Override
    public void runFinished(RunReport report) {
        steps.tell();
        if (report.outcome() == Outcome.SUCCESS) {
            log.info(
                    "Run {} is done: {} in {} ms.",
                    report.run().id(),
                    count(report.steps().size()),
                    report.duration().toMillis());
        } else if (report.outcome() == Outcome.STOPPED) {
            log.warn(
                    "Run {} was asked to stop and did, after {}.",
                    report.run().id(),
                    count(report.steps().size()));
        }
    }

    private static String count(int steps) {
        return steps == 1 ? "1 step" : steps + " steps";
    }
}
