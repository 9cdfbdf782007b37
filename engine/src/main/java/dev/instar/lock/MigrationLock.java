package dev.instar.lock;

import dev.instar.database.LockHolder;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that only one process migrates a history. It is polled for, never waited for: a waiter holds no snapshot
 * and can never stand in the way of what it waits for.
 */
public sealed interface MigrationLock permits SessionLock, Lease {

    /**
     * Waits until the lock is held.
     *
     * @param waiting hears each time that someone else turns out to hold it still
     * @throws LockUnavailableException when that takes longer than the timeout
     */
    void acquire(Duration timeout, BiConsumer<@Nullable LockHolder, Duration> waiting);

    /** Lets the next one have it. */
    void release();
}
