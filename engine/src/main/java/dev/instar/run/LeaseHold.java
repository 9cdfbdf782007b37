package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.jdbc.TransactionGuard;
import dev.instar.lock.Lease;
import java.time.Duration;
import java.util.List;

/**
 * A lease, and whatever session a pooler has free: everything is set for each transaction anew, and nothing of it is
 * left behind on a session that belongs to somebody else a moment later.
 */
final class LeaseHold implements Hold, TransactionGuard {

    private final Database database;
    private final Session session;
    private final Lease lease;
    private final String application;
    private final String namesLead;
    private List<Duration> limits = List.of(Duration.ZERO, Duration.ZERO);
    private volatile long worker;

    LeaseHold(Database database, Session session, Lease lease, String application) {
        this.database = database;
        this.session = session;
        this.lease = lease;
        this.application = application;
        this.namesLead = database.namesLead(session);
    }

    @Override
    public void begun() {
        worker = 0;
        lease.check();
        pin();
        worker = database.sessions().id(session);
    }

    private void pin() {
        database.pinTransaction(session, application, namesLead);
        database.sessions().limitTransaction(session, limits.get(0), limits.get(1));
    }

    @Override
    public void ending() {
        lease.keep();
    }

    @Override
    public SessionName name() {
        return new SessionName(worker, application);
    }

    @Override
    public long worker(Session watching) {
        return session.isInTransaction()
                ? worker
                : database.sessions().executing(watching, label()).orElse(0L);
    }

    @Override
    public boolean keepsSession() {
        return false;
    }

    @Override
    public void beginWatch(Session watching) {
        database.sessions().useThroughPooler(watching);
    }

    @Override
    public void endWatch(Session watching) {
        // Nothing was set that lasts longer than a transaction.
    }

    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) {
        limits = List.of(lockTimeout, statementTimeout);
        if (session.isInTransaction()) {
            database.sessions().limitTransaction(session, lockTimeout, statementTimeout);
        }
    }

    @Override
    public void limitStatement(Duration timeout) {
        limit(limits.get(0), timeout);
    }

    @Override
    public void forgetLimits() {
        // They are set anew for each transaction.
    }

    @Override
    public void behindScript(boolean changedSession) {
        database.leaveNothingBehind(session, changedSession);
    }

    @Override
    public void besideScript(boolean changedSession) {
        // Nothing that a script has set is left in another transaction.
    }

    @Override
    public void repin() {
        if (session.isInTransaction()) {
            pin();
        }
    }

    @Override
    public void outlivesClient(boolean outlives) {
        // The server's client is the pooler.
    }

    @Override
    public String label() {
        return "/* %s */ ".formatted(application.replace("*/", "").replace("/*", ""));
    }

    /** A process that was stopped for a while does not send what another one may be at. */
    @Override
    public void readyAlone() {
        lease.keep();
    }

    @Override
    public void keep(Session watching) {
        lease.keepFromOutside(watching);
    }

    @Override
    public void keepPrepared() {
        // The next transaction may be another session's.
    }

    @Override
    public void release() {
        lease.release();
    }
}
