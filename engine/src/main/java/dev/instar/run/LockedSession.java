package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.history.History;
import dev.instar.history.Journal;
import dev.instar.history.TableNames;
import dev.instar.jdbc.Session;
import dev.instar.lock.MigrationLock;
import java.time.Duration;
import java.util.List;

/** The session that holds the migration lock, and what can be done with it. */
final class LockedSession implements AutoCloseable {

    private final Database database;
    private final Session session;
    private final MigrationLock lock;
    private final SessionName name;
    private final String namesLead;
    private final History history;
    private final Journal journal;
    private List<Duration> limits = List.of();

    LockedSession(Database database, Session session, MigrationLock lock, SessionName name, TableNames tables) {
        this.database = database;
        this.session = session;
        this.lock = lock;
        this.name = name;
        this.namesLead = database.namesLead(session);
        this.history = new History(database, tables);
        this.journal = new Journal(database, tables);
    }

    Database database() {
        return database;
    }

    Session session() {
        return session;
    }

    SessionName name() {
        return name;
    }

    History history() {
        return history;
    }

    Journal journal() {
        return journal;
    }

    /** Puts back what a revision may have set for the session. */
    void repin() {
        database.forgetSettings(session);
        lock.hold(name.id());
        journal.forgetLastLine();
        database.pin(session, name.application());
        database.leadNamesTo(session, namesLead);
        forgetLimits();
    }

    /** Limits what statements may wait for a lock, and last; costs nothing when it is so already. */
    void limit(Duration lockTimeout, Duration statementTimeout) {
        List<Duration> wanted = List.of(lockTimeout, statementTimeout);
        if (!wanted.equals(limits)) {
            database.sessions().limit(session, lockTimeout, statementTimeout);
            limits = wanted;
        }
    }

    /** Limits what the next statements may last, and leaves the rest as it is. */
    void limitStatement(Duration timeout) {
        limit(limits.isEmpty() ? Duration.ZERO : limits.get(0), timeout);
    }

    /** The transaction in which limits were set may have been rolled back, and they with it. */
    void forgetLimits() {
        limits = List.of();
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (RuntimeException lost) {
            // The session is gone, and with it the lock.
        }
        session.close();
    }
}
