package dev.instar.database;

import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** What can be known and done about sessions, mostly from another one. */
public interface Sessions {

    /** The number by which others know this session. */
    long id(Session session);

    /**
     * Whether something between here and the server hands out its sessions to several clients.
     *
     * @param id the number of the session
     */
    boolean isPooled(Session session, long id);

    /** Keeps nothing at the server from one transaction to the next, so that a pooler may change the session between. */
    void useThroughPooler(Session session);

    /**
     * Whether what the driver has prepared stays so when tables are created or changed: what is said again and again is
     * then read and planned once. Not for somebody who asks for rows of tables that change in between.
     */
    void keepPrepared(Session session, boolean keep);

    /**
     * Lets the session act as the user who opened it, whatever role it was given then: as somebody else it could neither
     * see nor cancel what that user's other sessions do.
     */
    void actAsUser(Session watching);

    /** What the session with this number does; empty when there is none. */
    Optional<Activity> activity(Session watching, long id);

    /** Whether at least one of these transactions is still open. */
    boolean isAnyOpen(Session watching, Collection<Blocker> blockers);

    /** Whether nothing can be changed over the session, as on a standby. */
    boolean isReadOnly(Session session);

    /** The name of the transaction that the session is in. */
    String transaction(Session session);

    /** Whether this transaction has taken effect. */
    boolean isCommitted(Session session, String transaction);

    /** Cancels what the session executes. */
    void cancel(Session watching, long id);

    /**
     * Ends the session, provided that it introduced itself by this name, which is one in ASCII, and unless it is busy: what
     * it executes may still be wanted. Who waits for more from a client, as a {@code COPY} does, is not.
     */
    void endUnlessBusy(Session watching, long id, String applicationName);

    /** How long the server lets two sessions wait before it looks whether they wait for each other. */
    Duration deadlockTimeout(Session session);

    /** Limits what the session's next statements may wait for a single lock, and last altogether; zero is no limit. */
    void limit(Session session, Duration lockTimeout, Duration statementTimeout);

    /** The same for the transaction that is open. */
    void limitTransaction(Session session, Duration lockTimeout, Duration statementTimeout);

    /** The number of the session that executes a statement which begins like that; empty when there is none. */
    Optional<Long> executing(Session watching, String beginning);

    /** Whether the server shall stop a statement whose client is gone; otherwise the statement runs to its end. */
    void stopWhenClientIsGone(Session session, boolean stop);
}
