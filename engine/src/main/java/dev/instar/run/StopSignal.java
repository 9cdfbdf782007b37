package dev.instar.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets another thread ask a run to stop at the next point where nothing is half done. */
public final class StopSignal {

    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean insisting;

    /** Asks; returns at once. */
    public void give() {
        asked.countDown();
    }

    /** There is no more time: a transaction that is open is not waited for any longer, and taken back. */
    public void insist() {
        insisting = true;
        give();
    }

    boolean isInsisting() {
        return insisting;
    }

    /** Ends a run that was asked to stop, or whose thread was interrupted. */
    void check() {
        if (asked.getCount() == 0 || Thread.currentThread().isInterrupted()) {
            throw new StopRequestedException();
        }
    }

    /** Waits, but not a moment longer than until somebody asks for the end. */
    void pause(Duration pause) {
        try {
            asked.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        check();
    }
}
