package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Opens sessions, and does not give up at the first refusal. */
public final class Connector implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Runnable NOTHING = () -> {};
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final DataSource dataSource;
    private final Duration patience;
    private final StopSignal stop;
    private @Nullable Session looked;

    private Connector(DataSource dataSource, Duration patience, StopSignal stop) {
        this.dataSource = dataSource;
        this.patience = patience;
        this.stop = stop;
    }

    /** Connects to this data source, each attempt no longer than an answer may take. */
    public static Connector to(DataSource dataSource, RunSettings settings, StopSignal stop) {
        return new Connector(dataSource, settings.execution().answerTimeout(), stop);
    }

    /** One attempt. */
    Session open() {
        return Session.open(dataSource, patience, NOTHING);
    }

    /** Hands over the session that somebody has looked with, or a new one, for which it tries again so many times. */
    Session openToRun(int retries) {
        Session session = looked;
        looked = null;
        return session == null ? open(retries, NOTHING) : session;
    }

    /** Tries again up to so many times, with a second, then two, then four, up to eight in between. */
    private Session open(int retries, Runnable meanwhile) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 0; ; attempt++) {
            try {
                return Session.open(dataSource, patience, attempt == 0 ? meanwhile : NOTHING);
            } catch (CannotGetJdbcConnectionException failure) {
                if (attempt >= retries || !Database.mayConnectLater(failure)) {
                    throw failure;
                }
                log.info(
                        "The database cannot be reached ({}); attempt {} of {} follows in {} s.",
                        RunBrokenOffException.words(failure),
                        attempt + 2,
                        retries + 1,
                        pause.toSeconds());
            }
            stop.pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /**
     * Opens one for somebody who wants to know whether there is something to run. It stays open for the run, or until
     * this is closed.
     *
     * @param meanwhile what this thread does while the server lets it in
     * @throws RunStoppedException when that was asked for in the meantime
     */
    public Session openToLook(int retries, Runnable meanwhile) {
        try {
            Session session = open(retries, meanwhile);
            looked = session;
            return session;
        } catch (StopRequestedException stopped) {
            throw RunStoppedException.beforeItBegan();
        }
    }

    /** Tries again until the time is over, also where a standby answers that is still to be promoted. */
    Session openWithin(Duration budget) {
        Stopwatch watch = new Stopwatch();
        while (true) {
            try {
                Session session = open();
                if (watch.hasPassed(budget) || !isReadOnly(session)) {
                    return session;
                }
                session.close();
            } catch (CannotGetJdbcConnectionException failure) {
                if (watch.hasPassed(budget) || !Database.mayConnectLater(failure)) {
                    throw failure;
                }
            }
            stop.pause(Duration.ofMillis(200 + ThreadLocalRandom.current().nextInt(600)));
        }
    }

    private boolean isReadOnly(Session session) {
        try {
            session.answerWithin(patience);
            return Database.of(session).sessions().isReadOnly(session);
        } catch (RuntimeException unusable) {
            session.close();
            throw unusable;
        }
    }

    @Override
    public void close() {
        if (looked != null) {
            looked.close();
        }
    }
}
