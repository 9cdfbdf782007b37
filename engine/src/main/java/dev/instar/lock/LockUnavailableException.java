package dev.instar.lock;

import dev.instar.database.LockHolder;
import dev.instar.revision.InstarException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody else was migrating all the time that we were willing to wait. Nothing has been run. */
public final class LockUnavailableException extends InstarException {

    private LockUnavailableException(String description, String action) {
        super(description, action);
    }

    static LockUnavailableException after(Duration timeout, @Nullable LockHolder holder) {
        return new LockUnavailableException(
                "The migration lock was not free within %d s; it is held by %s."
                        .formatted(timeout.toSeconds(), holder == null ? "a session that is gone by now" : holder),
                "Wait for that run to end and start again, or raise 'instar.lock.timeout'.");
    }

    static LockUnavailableException takenAway(@Nullable LockHolder holder) {
        return new LockUnavailableException(
                "A revision gave the migration lock back, and it is held by %s now; what was applied before stays."
                        .formatted(holder == null ? "a session that is gone by now" : holder),
                "Take 'pg_advisory_unlock_all' or 'DISCARD ALL' out of the revision, and start again.");
    }

    static LockUnavailableException interrupted() {
        return new LockUnavailableException(
                "The wait for the migration lock was interrupted, and nothing has been run.", "Start again.");
    }
}
