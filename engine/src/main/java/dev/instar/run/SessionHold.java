package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.lock.SessionLock;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DataAccessResourceFailureException;

/** A session that belongs to the run and has everything set for all its statements. */
final class SessionHold implements Hold {

    private final Database database;
    private final Session session;
    private final SessionLock lock;
    private final SessionName name;
    private final Map<String, String> before;
    private Map<String, String> beforeWatch = Map.of();
    private List<Duration> limits = List.of();

    /**
     * Holds on to a session.
     *
     * @param before what was set in the session before
     */
    SessionHold(Database database, Session session, SessionLock lock, SessionName name, Map<String, String> before) {
        this.database = database;
        this.session = session;
        this.lock = lock;
        this.name = name;
        this.before = before;
    }

    @Override
    public SessionName name() {
        return name;
    }

    @Override
    public long worker(Session watching) {
        return name.id();
    }

    @Override
    public boolean keepsSession() {
        return true;
    }

    @Override
    public void beginWatch(Session watching) {
        beforeWatch = database.settings(watching);
        if (!Objects.equals(before.get(Database.SERVER), beforeWatch.get(Database.SERVER))) {
            // Of several that one address leads to; there the number of the session is nobody's, or another's.
            throw new DataAccessResourceFailureException("Another server answers", new ConnectException());
        }
        database.pin(watching, name.application() + " watch");
        database.sessions().actAsUser(watching);
    }

    @Override
    public void endWatch(Session watching) {
        database.giveBack(watching, beforeWatch);
    }

    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) {
        List<Duration> wanted = List.of(lockTimeout, statementTimeout);
        if (!wanted.equals(limits)) {
            database.sessions().limit(session, lockTimeout, statementTimeout);
            limits = wanted;
        }
    }

    @Override
    public void limitStatement(Duration timeout) {
        limit(limits.isEmpty() ? Duration.ZERO : limits.get(0), timeout);
    }

    @Override
    public void forgetLimits() {
        limits = List.of();
    }

    @Override
    public void behindScript(boolean changedSession) {
        besideScript(changedSession);
    }

    /** A script may act as somebody who must not write to these tables, and goes on to do so behind the transaction. */
    @Override
    public void besideScript(boolean changedSession) {
        if (changedSession) {
            database.actAsItself(session, before);
        }
    }

    @Override
    public void repin() {
        database.giveBack(session, before);
        database.forgetNames(session);
        lock.hold(name.id());
        database.pin(session, name.application());
        forgetLimits();
    }

    @Override
    public void outlivesClient(boolean outlives) {
        database.sessions().stopWhenClientIsGone(session, !outlives);
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public void keep(Session watching) {
        // A lock that belongs to a session does not expire.
    }

    @Override
    public void keepPrepared() {
        database.sessions().keepPrepared(session, true);
    }

    @Override
    public void release() {
        lock.release();
        database.sessions().keepPrepared(session, false);
        database.giveBack(session, before);
    }
}
