package dev.instar.boot.autoconfigure;

import dev.instar.DatabaseUnavailableException;
import dev.instar.Instar;
import dev.instar.PendingRevisionsException;
import dev.instar.revision.InstarException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for another process to migrate, and for the database itself if need be, but not for ever. */
final class Patience {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    private final InstarProperties.Wait settings;

    Patience(InstarProperties.Wait settings) {
        this.settings = settings;
    }

    /** Returns when the database has everything this build needs, or throws what was in the way to the last. */
    void untilNothingIsPending(Instar instar) {
        long start = System.nanoTime();
        boolean said = false;
        while (true) {
            try {
                instar.verify();
                return;
            } catch (PendingRevisionsException | DatabaseUnavailableException notYet) {
                if (Duration.ofNanos(System.nanoTime() - start).compareTo(settings.timeout()) >= 0) {
                    throw notYet;
                }
                if (!said) {
                    said = true;
                    log.info(
                            "Waiting up to {} s for another process to migrate. {}",
                            settings.timeout().toSeconds(),
                            notYet.description());
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.interval().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InstarException("The wait for another process to migrate was interrupted.", "Start again.");
        }
    }
}
