package dev.instar;

import dev.instar.plan.Plan;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import org.jspecify.annotations.Nullable;

/** Remembers what this process runs now and what it ran last. */
final class RunMemory implements RunListener {

    private volatile @Nullable Run running;
    private volatile @Nullable RunReport lastRun;

    @Override
    public void runStarted(Run run, Plan plan) {
        running = run;
    }

    @Override
    public void runFinished(RunReport report) {
        lastRun = report;
        running = null;
    }

    @Nullable
    Run running() {
        return running;
    }

    @Nullable
    RunReport lastRun() {
        return lastRun;
    }
}
