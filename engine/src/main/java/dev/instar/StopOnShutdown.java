package dev.instar;

import dev.instar.run.RunStoppedException;
import dev.instar.run.StopSignal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a run at the next safe point when the process is asked to end, and lets the process wait for that. */
final class StopOnShutdown implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    /** Orchestrators kill half a minute after they have asked. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    /** How long it may take to take back a transaction, and to say so. */
    private static final Duration LAST_GRACE = Duration.ofSeconds(3);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    StopOnShutdown(StopSignal stop) {
        this.hook = new Thread(() -> stopAndWait(stop, GRACE, LAST_GRACE), "instar-shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            stop.give();
        }
    }

    /** What the process does when it is asked to end: asks the run to, and insists when that takes too long. */
    void stopAndWait(StopSignal stop, Duration grace, Duration lastGrace) {
        stop.give();
        try {
            if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                stop.insist();
                ended.await(lastGrace.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does the work that may be stopped; when it was, that is said while the process still waits. */
    <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (RunStoppedException stopped) {
            log.warn(stopped.getMessage());
            throw stopped;
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It has run already, or will find nothing to stop.
        }
    }
}
