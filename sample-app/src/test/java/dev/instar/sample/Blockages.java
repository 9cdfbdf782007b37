package dev.instar.sample;

import dev.instar.database.Blocker;
import dev.instar.run.CurrentStatement;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Lets a test wait until a run has noticed that it is blocked. */
final class Blockages implements RunListener {

    private final Semaphore noticed = new Semaphore(0);

    void noticed() throws InterruptedException {
        noticed.acquire();
    }

    @Override
    public void blocked(Run run, CurrentStatement statement, List<Blocker> blockers, Duration blocked) {
        noticed.release();
    }
}
