package dev.instar.lock;

import dev.instar.database.Database;
import dev.instar.database.LockHolder;
import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that only one process migrates a history. The lock belongs to the session that runs the revisions, so it
 * lives exactly as long as they do, whatever becomes of the process. It is polled for, never waited for: a waiter holds
 * no snapshot and can never stand in the way of what it waits for.
 */
public final class MigrationLock {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SLOWEST_POLL = Duration.ofSeconds(2);

    private final Database database;
    private final Session session;
    private final LockKey key;

    public MigrationLock(Database database, Session session, LockKey key) {
        this.database = database;
        this.session = session;
        this.key = key;
    }

    /**
     * Waits until the lock is held.
     *
     * @throws LockUnavailableException when that takes longer than the timeout
     */
    public void acquire(Duration timeout, WaitingListener waiting) {
        long start = System.nanoTime();
        Duration pause = POLL;
        while (!database.tryLock(session, key.value())) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            @Nullable LockHolder holder = database.lockHolder(session, key.value());
            if (waited.compareTo(timeout) >= 0) {
                throw LockUnavailableException.after(timeout, holder);
            }
            waiting.waiting(holder, waited);
            sleep(jittered(pause));
            pause = pause.compareTo(SLOWEST_POLL) < 0 ? pause.multipliedBy(2) : SLOWEST_POLL;
        }
    }

    /**
     * Makes sure that the lock is still held by this session, which a script can give back.
     *
     * @param self the session's own number
     * @throws LockUnavailableException when somebody else has it by now
     */
    public void hold(long self) {
        LockHolder holder = database.lockHolder(session, key.value());
        boolean held = holder != null && holder.pid() == self;
        if (!held && !database.tryLock(session, key.value())) {
            throw LockUnavailableException.takenAway(holder);
        }
    }

    public void release() {
        database.unlock(session, key.value());
    }

    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LockUnavailableException.interrupted();
        }
    }
}
