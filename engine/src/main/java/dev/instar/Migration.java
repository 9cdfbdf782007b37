package dev.instar;

import dev.instar.database.Database;
import dev.instar.history.History;
import dev.instar.history.Journal;
import dev.instar.jdbc.Session;
import dev.instar.lock.LockKey;
import dev.instar.lock.MigrationLock;
import dev.instar.plan.Plan;
import dev.instar.plan.Position;
import dev.instar.run.Outcome;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import dev.instar.run.Runner;
import dev.instar.script.Revisions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** One session that waits for the lock, plans again now that nobody else can interfere, and runs the plan. */
final class Migration implements AutoCloseable {

    private final Session session;
    private final Database database;
    private final InstarSettings settings;
    private final Run run;
    private final RunListener listener;
    private final MigrationLock lock;

    private Migration(Session session, InstarSettings settings, Run run, RunListener listener) {
        this.session = session;
        this.database = Database.of(session);
        this.settings = settings;
        this.run = run;
        this.listener = listener;
        this.lock = new MigrationLock(
                database, session, LockKey.of(settings.tables().historyName()));
    }

    static Migration open(DataSource dataSource, InstarSettings settings, Run run, RunListener listener) {
        Session session = Session.open(dataSource);
        try {
            return new Migration(session, settings, run, listener);
        } catch (RuntimeException unusable) {
            session.close();
            throw unusable;
        }
    }

    /** Runs what the plan asks for under the lock; empty when somebody else did it in the meantime. */
    Optional<RunReport> run(Revisions revisions, Function<Position, Plan> planning) {
        String name = "instar %s %s".formatted(run.id().toString().substring(0, 8), run.by());
        database.pin(session, name);
        acquire();
        try {
            History history = new History(database, settings.tables());
            history.create(session);
            Plan plan = planning.apply(new Position(revisions.graph(), history.read(session)));
            if (plan.isEmpty()) {
                return Optional.empty();
            }
            Journal journal = new Journal(database, settings.tables());
            return Optional.of(new Runner(database, session, history, journal, listener).run(run, plan, revisions));
        } finally {
            lock.release();
        }
    }

    private void acquire() {
        long start = System.nanoTime();
        Outcome outcome = Outcome.FAILURE;
        try {
            lock.acquire(settings.lockTimeout(), listener::lockWaiting);
            outcome = Outcome.SUCCESS;
        } finally {
            listener.lockWaited(outcome, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
