package dev.instar.run;

import dev.instar.database.Activity;
import dev.instar.database.FailureKind;
import dev.instar.database.Sessions;
import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Looks at the migrating session from a second one: who blocks it, for how long, and whether it is still alive. Cancels
 * a statement that is blocked for longer than it may be, or that the process has no more time for, and cuts a connection
 * from which no answer can come any more.
 */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final int STRIKES = 3;

    private final RunContext context;
    private final LockedSession watched;
    private final Connector connector;
    private final Thread thread = new Thread(this::watch, "instar-watch");
    private final Duration interval;
    private final Duration answerTimeout;

    private volatile boolean closed;
    private @Nullable Session session;
    private @Nullable Stopwatch unreachable;
    private int strikes;
    private @Nullable CurrentStatement leftAlone;

    private Watch(RunContext context, Connector connector) {
        this.context = context;
        this.watched = context.locked();
        this.connector = connector;
        this.answerTimeout = context.settings().answerTimeout();
        // An attempt that is short must still be seen.
        Duration quarter = context.settings().lockTimeout().dividedBy(4);
        this.interval = quarter.compareTo(INTERVAL) < 0 && !quarter.isZero() ? quarter : INTERVAL;
        thread.setDaemon(true);
    }

    static Watch over(RunContext context, Connector connector) {
        Watch watch = new Watch(context, connector);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        pause(interval);
        Stopwatch sinceLast = new Stopwatch();
        while (!closed) {
            Stopwatch now = new Stopwatch();
            look(sinceLast.elapsed());
            sinceLast = now;
            pause(interval);
        }
        leave();
    }

    private void look(Duration sinceLast) {
        try {
            Session observing = observing();
            Sessions sessions = watched.database().sessions();
            Hold hold = watched.hold();
            long id = hold.worker(observing);
            Optional<Activity> activity = sessions.activity(observing, id);
            unreachable = null;
            judge(activity);
            hold.keep(observing);
            listen();
            if (context.stop().isInsisting()) {
                end(() -> sessions.cancel(observing, id));
            }
            activity.filter(Activity::isBlocked)
                    .ifPresent(blocked -> context.blocked(blocked, sinceLast, () -> sessions.cancel(observing, id)));
        } catch (DataAccessException failure) {
            failed(failure);
        } catch (RuntimeException broken) {
            log.debug("The watch could not look.", broken);
        }
    }

    /** What runs outside a transaction is not lost with this process, and is left alone. */
    private void end(Runnable cancellation) {
        CurrentStatement current = context.current();
        if (watched.session().isInTransaction()) {
            cancellation.run();
        } else if (current != null && !current.equals(leftAlone)) {
            leftAlone = current;
            log.warn(
                    "This process ends while the server is at {}, and the server goes on with it. The next start finds"
                            + " out how it ended, and goes on from there.",
                    current.place());
        }
    }

    private void listen() {
        CurrentStatement current = context.current();
        if (current != null) {
            context.messages().hear(current);
        }
    }

    private Session observing() {
        if (session == null) {
            session = connector.open();
            session.answerWithin(answerTimeout);
            watched.hold().beginWatch(session);
        }
        return session;
    }

    private void judge(Optional<Activity> activity) {
        boolean open = activity.isPresent() || !watched.hold().keepsSession();
        boolean answering =
                open && (isActive(activity) || watched.session().waiting().compareTo(answerTimeout) < 0);
        strikes = answering ? 0 : strikes + 1;
        if (strikes >= STRIKES) {
            cut(activity.isPresent() ? "an answer got lost on the way" : "the server has ended the session");
        }
    }

    private static boolean isActive(Optional<Activity> activity) {
        return activity.filter(Activity::isActive).isPresent();
    }

    private void failed(DataAccessException failure) {
        log.debug("The watch could not look.", failure);
        forget();
        if (watched.database().kindOf(failure) != FailureKind.CONNECTION_LOST) {
            return;
        }
        if (unreachable == null) {
            unreachable = new Stopwatch();
        } else if (unreachable.hasPassed(answerTimeout)) {
            cut("the server cannot be reached any more");
        }
    }

    private void cut(String because) {
        if (!closed) {
            log.warn("The connection of the run is cut, because {}.", because);
            closed = true;
            watched.session().cut();
        }
    }

    private void forget() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void leave() {
        try {
            if (session != null) {
                watched.hold().endWatch(session);
            }
        } catch (RuntimeException lost) {
            log.debug("The watch could not put back its settings.", lost);
        }
        forget();
    }

    private void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            closed = true;
        }
    }

    void close() {
        closed = true;
        thread.interrupt();
    }
}
