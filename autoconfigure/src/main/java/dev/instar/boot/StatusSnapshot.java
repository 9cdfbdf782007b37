package dev.instar.boot;

import dev.instar.Instar;
import dev.instar.revision.InstarException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a database stood a moment ago. Endpoint, health and gauges share it, so that however often they are asked, the
 * database is asked at most once in each interval. Nobody waits for an answer while there is an old one.
 */
public final class StatusSnapshot {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    private final String database;
    private final Instar instar;
    private final long interval;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Taken last;

    public StatusSnapshot(String database, Instar instar, Duration interval) {
        this.database = database;
        this.instar = instar;
        this.interval = interval.toNanos();
    }

    /** How the database stands, never longer ago than the interval and the time one question takes. */
    public Look look() {
        Taken known = last;
        if (known != null && (known.isFresh(interval) || !asking.tryLock())) {
            return known.look();
        }
        if (known == null) {
            asking.lock();
        }
        try {
            Taken meanwhile = last;
            return meanwhile != null && meanwhile.isFresh(interval) ? meanwhile.look() : ask(meanwhile);
        } finally {
            asking.unlock();
        }
    }

    private Look ask(@Nullable Taken before) {
        Look look = tell(before);
        last = new Taken(look, System.nanoTime());
        return look;
    }

    private Look tell(@Nullable Taken before) {
        boolean failedBefore = before != null && before.look().status() == null;
        try {
            Look look = new Look(instar.status());
            if (failedBefore) {
                log.info("The database '{}' can be asked again.", database);
            }
            return look;
        } catch (InstarException known) {
            if (!failedBefore) {
                log.warn("The database '{}' cannot be asked how it stands. {}", database, known.getMessage());
            }
        } catch (RuntimeException unknown) {
            if (!failedBefore) {
                log.warn("The database '{}' cannot be asked how it stands.", database, unknown);
            }
        }
        return new Look(null);
    }

    private record Taken(Look look, long at) {

        boolean isFresh(long interval) {
            return System.nanoTime() - at < interval;
        }
    }
}
