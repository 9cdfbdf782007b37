package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.history.HistoryElsewhereException;
import dev.instar.history.TableFormat;
import dev.instar.history.TableNames;
import dev.instar.jdbc.Session;
import dev.instar.lock.Lease;
import dev.instar.lock.LockKey;
import dev.instar.lock.LockType;
import dev.instar.lock.LockUnavailableException;
import dev.instar.lock.MigrationLock;
import dev.instar.lock.PooledConnectionException;
import dev.instar.lock.SessionLock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the session of a run, with the migration lock in its hands. */
final class LockedSessions {

    private final Connector connector;
    private final RunSettings settings;
    private final RunListener listener;
    private final StopSignal stop;

    LockedSessions(Connector connector, RunSettings settings, RunListener listener, StopSignal stop) {
        this.connector = connector;
        this.settings = settings;
        this.listener = listener;
        this.stop = stop;
    }

    /** The first session of a run. */
    LockedSession open(Run run) {
        try {
            return locked(run, connector.openToRun(settings.execution().connectRetries()), null);
        } catch (StopRequestedException stopped) {
            throw RunStoppedException.beforeItBegan();
        }
    }

    /** The next session of a run that has lost one; what is left of that at the server is no obstacle. */
    LockedSession openAfter(Run run, @Nullable SessionName lost) {
        return locked(run, connector.openWithin(settings.execution().reconnectBudget()), lost);
    }

    private LockedSession locked(Run run, Session session, @Nullable SessionName lost) {
        LockedSession locked = inTurn(run, session, lost);
        try {
            // Sooner than the connection would count as lost.
            locked.hold().limit(settings.execution().answerTimeout().dividedBy(2), Duration.ZERO);
            new TableFormat(locked.database(), locked.tables(), locked.journal()).ensure(session, run.id(), run.by());
            return locked;
        } catch (RuntimeException unusable) {
            locked.close();
            throw unusable;
        }
    }

    private LockedSession inTurn(Run run, Session session, @Nullable SessionName lost) {
        try {
            session.answerWithin(settings.execution().answerTimeout());
            Database database = Database.of(session);
            TableNames tables = tables(database, session);
            Hold hold = settings.execution().manner().lock() == LockType.LEASE
                    ? leased(run, database, session, tables, lost)
                    : own(run, database, session, tables, lost);
            return new LockedSession(
                    database, session, hold, tables, settings.execution().answerTimeout());
        } catch (RuntimeException unusable) {
            session.close();
            throw unusable;
        }
    }

    private Hold own(Run run, Database database, Session session, TableNames tables, @Nullable SessionName lost) {
        SessionName name = new SessionName(database.sessions().id(session), SessionName.of(run));
        if (!settings.execution().allowPooler() && database.sessions().isPooled(session, name.id())) {
            throw new PooledConnectionException();
        }
        Map<String, String> before = database.settings(session);
        database.pin(session, name.application());
        SessionLock lock = new SessionLock(database, session, LockKey.of(tables.historyName()));
        try {
            acquire(lock, database, session, lost);
        } catch (LockUnavailableException | StopRequestedException nobodysTurn) {
            database.giveBack(session, before);
            throw nobodysTurn;
        }
        return new SessionHold(database, session, lock, name, before);
    }

    private Hold leased(Run run, Database database, Session session, TableNames tables, @Nullable SessionName lost) {
        database.sessions().useThroughPooler(session);
        Lease lease = new Lease(
                database,
                session,
                LockKey.of(tables.historyName()),
                tables.schema(),
                tables.history(),
                new Lease.Claim(
                        run.id(),
                        SessionName.of(run),
                        settings.execution().manner().lease()));
        acquire(lease, database, session, lost);
        LeaseHold hold = new LeaseHold(database, session, lease, SessionName.of(run));
        session.guardTransactions(hold);
        return hold;
    }

    /** The tables are where unqualified names are created; one that is only found there would be somebody else's. */
    private TableNames tables(Database database, Session session) {
        TableNames named = settings.tables();
        TableNames tables = named.orIn(database.currentSchema(session));
        String visible = named.schema() == null ? database.schemaOf(session, named.history()) : null;
        if (visible != null && !visible.equals(tables.schema())) {
            throw new HistoryElsewhereException(named.history(), visible, tables.schema());
        }
        return tables;
    }

    private void acquire(MigrationLock lock, Database database, Session session, @Nullable SessionName lost) {
        Stopwatch stopwatch = new Stopwatch();
        Outcome outcome = Outcome.FAILURE;
        try {
            lock.acquire(settings.lockTimeout(), (holder, waited) -> {
                stop.check();
                if (lost != null) {
                    // A session whose client is gone may wait for it for a long time.
                    database.sessions().endUnlessBusy(session, lost.id(), lost.application());
                }
                listener.lockWaiting(holder, waited);
            });
            outcome = Outcome.SUCCESS;
        } finally {
            listener.lockWaited(outcome, stopwatch.elapsed());
        }
    }
}
