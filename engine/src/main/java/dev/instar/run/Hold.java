package dev.instar.run;

import dev.instar.jdbc.Session;
import java.time.Duration;

/**
 * How a run holds on to the database: by a session of its own, or by a lease through sessions that it shares with
 * others.
 */
sealed interface Hold permits SessionHold, LeaseHold {

    /** How others recognise what the run does now. */
    SessionName name();

    /** The number of the session that works for the run at the moment, or zero when that cannot be known. */
    long worker(Session watching);

    /** Whether the run has one session from its beginning to its end. */
    boolean keepsSession();

    /** Makes a second session ready to look at the run from. */
    void beginWatch(Session watching);

    /** Gives that back as it came, should it belong to a pool. */
    void endWatch(Session watching);

    /** Limits what statements may wait for a lock, and last; costs nothing when it is so already. */
    void limit(Duration lockTimeout, Duration statementTimeout);

    /** Limits what the next statements may last, and leaves the rest as it is. */
    void limitStatement(Duration timeout);

    /** The transaction in which limits were set may have been rolled back, and they with it. */
    void forgetLimits();

    /** Makes ready, inside a transaction that has run a script, for what is still to be written in it. */
    void behindScript(boolean changedSession);

    /** Makes ready, inside a transaction, for what is written while a script is half way and is to go on as it was. */
    void besideScript(boolean changedSession);

    /** Puts back, outside a transaction, what a revision may have set. */
    void repin();

    /** Whether the server shall let a statement run to its end although its client is gone. */
    void outlivesClient(boolean outlives);

    /** What to begin a statement with that runs outside a transaction, so that it can be recognised. */
    String label();

    /** Makes sure that it is still the run's turn, as far as that is not certain, before it sends such a statement. */
    default void readyAlone() {}

    /** Keeps what has a date of expiry, over another session. */
    void keep(Session watching);

    /** Lets the server keep what it has read and planned, as far as the session is the run's own. */
    void keepPrepared();

    /** Lets others have their turn. */
    void release();
}
