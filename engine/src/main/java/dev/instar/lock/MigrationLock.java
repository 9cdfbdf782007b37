package dev.instar.lock;

import java.time.Duration;

/**
 * Makes sure that only one process migrates a history. It is polled for, never waited for: a waiter holds no snapshot
 * and can never stand in the way of what it waits for.
 */
public sealed interface MigrationLock permits SessionLock, Lease {

    /**
     * Waits until the lock is held.
     *
     * @throws LockUnavailableException when that takes longer than the timeout
     */
    void acquire(Duration timeout, WaitingListener waiting);

    /** Lets the next one have it. */
    void release();
}
