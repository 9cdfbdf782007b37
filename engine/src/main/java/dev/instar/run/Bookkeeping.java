package dev.instar.run;

import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.jdbc.Session;
import dev.instar.plan.Step;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import java.time.Instant;
import java.util.Objects;

/** Writes down what becomes of one step: in the history what is applied, in the journal what happened. */
final class Bookkeeping {

    private final Run run;
    private final Step step;
    private final Script script;
    private final Outline outline;
    private final LockedSession locked;
    private final Session session;
    private final Stopwatch stopwatch = new Stopwatch();
    private int committed;

    Bookkeeping(Run run, Step step, Script script, Outline outline, LockedSession locked) {
        this.run = run;
        this.step = step;
        this.script = script;
        this.outline = outline;
        this.locked = locked;
        this.session = locked.session();
    }

    /** The step is about to begin, visible to everybody. */
    void begun() {
        write(entry(JournalEvent.INTENT));
    }

    /** A statement that runs alone is about to begin; committed before it does. */
    void intent(int number, ScriptStatement statement, String memo) {
        session.inTransaction(() -> {
            halfDone();
            write(entry(JournalEvent.INTENT, number)
                    .text(Excerpt.withoutSecrets(statement.written()))
                    .memo(memo));
        });
    }

    /** The statements up to a number have taken effect; to be called in the transaction that makes it so. */
    void done(int number) {
        locked.hold().behindScript(outline.changesSession());
        if (outline.isSplit()) {
            write(entry(JournalEvent.DONE, number));
        }
        if (number == outline.size()) {
            finished();
        } else {
            halfDone();
        }
    }

    /** The statements up to a number are known to be done for good. */
    void committed(int number) {
        committed = number;
    }

    /** How many statements are done for good. */
    int committed() {
        return committed;
    }

    /** A statement that runs alone was refused, and has left nothing behind. */
    void failed(int number, String summary) {
        write(entry(JournalEvent.FAILED, number).error(summary));
    }

    void failed(String summary) {
        write(entry(JournalEvent.FAILED).error(summary));
    }

    private void finished() {
        if (step.direction() == Direction.UPGRADE) {
            locked.history().recordApplied(session, applied(), run.applicationVersion(), script.downgradeSql());
            write(entry(script.isSkipped() ? JournalEvent.SKIPPED : JournalEvent.APPLIED));
        } else {
            locked.history().recordRolledBack(session, step.revision().id());
            write(entry(JournalEvent.ROLLED_BACK));
        }
    }

    private void halfDone() {
        if (step.direction() == Direction.UPGRADE) {
            locked.history().recordApplying(session, applied(), run.applicationVersion(), script.downgradeSql());
        } else {
            locked.history().recordRollingBack(session, step.revision().id());
        }
    }

    StepReport report() {
        return new StepReport(step, stopwatch.elapsed());
    }

    private AppliedRevision applied() {
        Revision revision = step.revision();
        return new AppliedRevision(
                revision.id(),
                revision.revises(),
                revision.dependsOn(),
                revision.label(),
                revision.message(),
                revision.checksum(),
                Instant.now(),
                stopwatch.elapsed(),
                run.by(),
                run.id(),
                revision.reversible(),
                script.isSkipped());
    }

    private JournalEntry entry(JournalEvent event, int number) {
        return entry(event).statement(number, Objects.requireNonNull(outline.digest(number)));
    }

    private JournalEntry entry(JournalEvent event) {
        return JournalEntry.of(event, run.id(), run.by()).about(step.revision().id(), step.direction());
    }

    private void write(JournalEntry entry) {
        locked.journal().append(session, entry);
    }
}
