package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.history.History;
import dev.instar.history.Journal;
import dev.instar.history.TableNames;
import dev.instar.jdbc.Session;
import java.time.Duration;

/** The session of a run whose turn it is, and what can be done with it. */
final class LockedSession implements AutoCloseable {

    private final Database database;
    private final Session session;
    private final Hold hold;
    private final TableNames tables;
    private final History history;
    private final Journal journal;
    private final Duration patience;

    /**
     * A session with its turn.
     *
     * @param patience how long to wait for an answer to the last that is said
     */
    LockedSession(Database database, Session session, Hold hold, TableNames tables, Duration patience) {
        this.patience = patience;
        this.database = database;
        this.session = session;
        this.hold = hold;
        this.tables = tables;
        this.history = new History(database, tables);
        this.journal = new Journal(database, tables);
    }

    Database database() {
        return database;
    }

    Session session() {
        return session;
    }

    /** How the run keeps its turn, and its settings. */
    Hold hold() {
        return hold;
    }

    TableNames tables() {
        return tables;
    }

    History history() {
        return history;
    }

    Journal journal() {
        return journal;
    }

    /** Puts back what a revision may have set, if only for a moment: others may have had their turn in it. */
    void repin() {
        hold.repin();
        journal.forgetLastLine();
    }

    /** Sends a statement that runs outside a transaction. */
    void executeAlone(String statement) {
        session.execute(labelled(statement));
    }

    /** Such a statement as it is sent, when it is about to be. */
    String labelled(String statement) {
        hold.readyAlone();
        return hold.label() + statement;
    }

    @Override
    public void close() {
        try {
            session.answerWithin(patience);
            hold.release();
        } catch (RuntimeException lost) {
            // The session is gone, and with it the lock; or the lease is, to somebody else.
        }
        session.close();
    }
}
