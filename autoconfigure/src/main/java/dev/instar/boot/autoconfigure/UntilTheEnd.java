package dev.instar.boot.autoconfigure;

import dev.instar.revision.InstarException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waiting that ends at once when the process is asked to end, which waits itself for a start that is under way. */
final class UntilTheEnd {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    private UntilTheEnd() {}

    /** Does what may take long, and is interrupted when it does so at the end of the process. */
    static void await(Runnable waiting) {
        Thread hook = new Thread(Thread.currentThread()::interrupt, "instar-shutdown");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            hook.run();
        }
        try {
            waiting.run();
        } catch (InstarException failure) {
            // Nobody may be left to report it.
            if (Thread.currentThread().isInterrupted()) {
                log.warn(failure.getMessage());
            }
            throw failure;
        } finally {
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It has run already.
        }
    }
}
