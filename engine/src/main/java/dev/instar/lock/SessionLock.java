package dev.instar.lock;

import dev.instar.database.Database;
import dev.instar.database.LockHolder;
import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A lock that belongs to the session that runs the revisions, so that it lives exactly as long as they do, whatever
 * becomes of the process.
 */
public final class SessionLock implements MigrationLock {

    private final Database database;
    private final Session session;
    private final LockKey key;

    public SessionLock(Database database, Session session, LockKey key) {
        this.database = database;
        this.session = session;
        this.key = key;
    }

    @Override
    public void acquire(Duration timeout, BiConsumer<@Nullable LockHolder, Duration> waiting) {
        Polling.until(
                () -> database.tryLock(session, key.value()),
                () -> database.lockHolder(session, key.value()),
                timeout,
                waiting);
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

    /** Gives back with it what a revision has locked, which would belong to whoever is given the session next. */
    @Override
    public void release() {
        database.unlockAll(session);
    }
}
