package dev.instar;

import dev.instar.run.Outcome;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;

/** Remembers how this process's last run ended. */
final class RunMemory implements RunListener {

    private volatile boolean failed;

    @Override
    public void runFinished(RunReport report) {
        failed = report.outcome() == Outcome.FAILURE;
    }

    boolean failed() {
        return failed;
    }
}
