package dev.instar;

import dev.instar.history.RunRecord;
import dev.instar.run.Outcome;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers how this process's last run ended. */
final class RunMemory implements RunListener {

    private volatile @Nullable UUID failed;

    @Override
    public void runFinished(RunReport report) {
        failed = report.outcome() == Outcome.FAILURE ? report.run().id() : null;
    }

    /** Whether it failed, and nobody has made another run since. */
    boolean failed(@Nullable RunRecord last) {
        UUID run = failed;
        return run != null && (last == null || last.id().equals(run));
    }
}
