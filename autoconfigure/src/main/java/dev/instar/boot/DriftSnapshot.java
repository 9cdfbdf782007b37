package dev.instar.boot;

import dev.instar.Instar;
import dev.instar.drift.Drift;
import dev.instar.revision.InstarException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What had changed in a schema a while ago. Reading a catalog costs more than reading a history, so it is done seldom,
 * and by a thread of its own: whoever asks is told what is known.
 */
public final class DriftSnapshot {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    /** A server that answers nothing for so long does not keep anybody from asking again. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

    private final Instar instar;
    private final long interval;
    private boolean asking;
    private long askedAt;
    private @Nullable Drift known;

    /**
     * Creates a snapshot; nothing is asked yet.
     *
     * @param interval how old an answer may be before the database is asked again
     */
    public DriftSnapshot(Instar instar, Duration interval) {
        this.instar = instar;
        this.interval = interval.toNanos();
        this.askedAt = System.nanoTime() - this.interval;
    }

    /** What has changed, or {@code null} while that is not known. */
    public synchronized @Nullable Drift look() {
        if (!asking && System.nanoTime() - askedAt >= interval) {
            asking = true;
            Thread asker = new Thread(this::ask, "instar-drift");
            asker.setDaemon(true);
            asker.start();
        }
        return known;
    }

    private void ask() {
        Drift answer = null;
        try {
            answer = instar.schema().driftBesideRuns(LONGEST_ANSWER).orElse(null);
        } catch (InstarException unanswered) {
            log.debug("It is not known whether the schema has changed. {}", unanswered.getMessage());
        } catch (RuntimeException unanswered) {
            log.debug("It is not known whether the schema has changed.", unanswered);
        }
        tell(answer);
    }

    private synchronized void tell(@Nullable Drift answer) {
        if (answer != null && !answer.isEmpty() && !answer.equals(known)) {
            log.warn("The schema is not as the last run left it: {}.", answer.objects());
        }
        known = answer;
        askedAt = System.nanoTime();
        asking = false;
    }
}
