package dev.instar;

import dev.instar.history.RunRecord;
import dev.instar.run.Outcome;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers how this process's last run ended. */
final class RunMemory implements RunListener {

    private volatile @Nullable UUID failed;

    @Override
    public void runFinished(RunReport report) {
        failed = report.outcome() == Outcome.FAILURE ? report.run().id() : null;
    }

    /** Whether it failed, and nobody has made another run since, or changed the history. */
    boolean failed(RunSight sight) {
        UUID run = failed;
        if (run == null) {
            return false;
        }
        List<RunRecord> last = sight.everything(1);
        return last.isEmpty() || last.get(0).id().equals(run);
    }
}
