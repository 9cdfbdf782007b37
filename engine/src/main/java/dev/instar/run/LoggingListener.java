package dev.instar.run;

import dev.instar.database.LockHolder;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.Listing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what a run does. */
public final class LoggingListener implements RunListener {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");
    private static final Duration REMIND_AFTER = Duration.ofSeconds(10);

    private Duration reminded = Duration.ZERO;

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
        log.info(
                "Run {} has {} to make:\n{}",
                run.id(),
                steps(plan.size()),
                plan.toString().indent(2).stripTrailing());
    }

    @Override
    public void stepSkipped(Run run, Step step, List<String> environments) {
        log.info(
                "Skipping {} '{}': it is for {} only.",
                step.revision().id(),
                step.revision().message(),
                Listing.of(environments));
    }

    @Override
    public void stepFinished(Run run, StepReport report) {
        Step step = report.step();
        log.info(
                "{} {} '{}' in {} ms.",
                step.direction() == Direction.UPGRADE ? "Applied" : "Undid",
                step.revision().id(),
                step.revision().message(),
                report.duration().toMillis());
    }

    @Override
    public void runFinished(RunReport report) {
        if (report.outcome() == Outcome.SUCCESS) {
            log.info(
                    "Run {} is done: {} in {} ms.",
                    report.run().id(),
                    steps(report.steps().size()),
                    report.duration().toMillis());
        }
    }

    private static String steps(int count) {
        return count == 1 ? "1 step" : count + " steps";
    }
}
