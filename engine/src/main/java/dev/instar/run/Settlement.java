package dev.instar.run;

import dev.instar.history.HalfDone;
import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.history.Trail;
import dev.instar.jdbc.Session;
import dev.instar.revision.RevisionId;
import java.util.List;
import javax.sql.DataSource;

/** Writes down what a human has found out about a step that is half done. Runs nothing of it. */
public final class Settlement {

    private final LockedSessions sessions;
    private final Run run;

    public Settlement(DataSource dataSource, RunSettings settings, RunListener listener, Run run) {
        StopSignal stop = new StopSignal();
        this.sessions = new LockedSessions(Connector.to(dataSource, settings, stop), settings, listener, stop);
        this.run = run;
    }

    /**
     * Takes the migration lock and writes the decision down; the next run acts on it.
     *
     * @throws NothingToSettleException when there is nothing to decide
     */
    public void settle(RevisionId revision, Decision decision) {
        try (LockedSession locked = sessions.open(run)) {
            Session session = locked.session();
            HalfDone step = locked.history()
                    .read(session)
                    .halfDone(revision)
                    .orElseThrow(() -> NothingToSettleException.notHalfDone(revision));
            if (decision == Decision.UNDONE) {
                session.inTransaction(() -> locked.journal()
                        .append(
                                session,
                                List.of(locked.history().abandoned(step)),
                                List.of(entry(JournalEvent.ABANDONED, step))));
            } else {
                Trail.Begun begun = locked.journal().trail(session, step).begun();
                if (begun == null) {
                    throw NothingToSettleException.nothingInDoubt(revision);
                }
                JournalEvent event = decision == Decision.DONE ? JournalEvent.DONE : JournalEvent.AGAIN;
                locked.journal().append(session, entry(event, step).statement(begun.number(), begun.digest()));
            }
        }
    }

    private JournalEntry entry(JournalEvent event, HalfDone step) {
        return run.entry(event, 1).about(step.revision(), step.direction());
    }
}
