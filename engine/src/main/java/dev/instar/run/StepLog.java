package dev.instar.run;

import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Says in the log which steps were made: each of them, or in a run of very many, once a second, those of that second. */
final class StepLog {

    private static final int MOST_ONE_BY_ONE = 100;
    private static final long SECONDS_TOGETHER = 1;
    private static final Duration LONG = Duration.ofSeconds(1);

    private final Logger log;
    private final List<StepReport> untold = new ArrayList<>();
    private boolean tellsTogether;

    StepLog(Logger log) {
        this.log = log;
    }

    synchronized void runOf(int steps) {
        tellsTogether = steps > MOST_ONE_BY_ONE;
    }

    synchronized void made(StepReport report) {
        if (!tellsTogether || report.duration().compareTo(LONG) >= 0) {
            tell();
            say(List.of(report));
            return;
        }
        if (untold.isEmpty()) {
            // However long the next step takes: nobody shall believe that the run is still at one of these.
            CompletableFuture.delayedExecutor(SECONDS_TOGETHER, TimeUnit.SECONDS)
                    .execute(this::tell);
        }
        untold.add(report);
    }

    /** Says what has not been said yet. */
    synchronized void tell() {
        if (!untold.isEmpty()) {
            say(untold);
            untold.clear();
        }
    }

    private void say(List<StepReport> reports) {
        Step first = reports.get(0).step();
        Step last = reports.get(reports.size() - 1).step();
        String what = first.direction() == Direction.UPGRADE ? "Applied" : "Undid";
        Duration took = Duration.ZERO;
        for (StepReport report : reports) {
            took = took.plus(report.duration());
        }
        if (reports.size() == 1) {
            log.info(
                    "{} {} '{}' in {} ms.",
                    what,
                    first.revision().id(),
                    first.revision().message(),
                    took.toMillis());
        } else {
            log.info(
                    "{} {} revisions, {} to {}, in {} ms.",
                    what,
                    reports.size(),
                    first.revision().id(),
                    last.revision().id(),
                    took.toMillis());
        }
    }
}
