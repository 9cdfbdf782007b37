package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.history.History;
import dev.instar.history.Journal;
import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.jdbc.Session;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Carries out a plan on the session that holds the migration lock. Every step is one transaction: its statements, its
 * row in the history and its line in the journal are there together or not at all.
 */
public final class Runner {

    private final Database database;
    private final Session session;
    private final History history;
    private final Journal journal;
    private final RunListener listener;

    public Runner(Database database, Session session, History history, Journal journal, RunListener listener) {
        this.database = database;
        this.session = session;
        this.history = history;
        this.journal = journal;
        this.listener = listener;
    }

    /**
     * Runs the steps in order and stops at the first that fails.
     *
     * @throws StepFailedException when a step failed; it says what had been done before
     */
    public RunReport run(Run run, Plan plan, Revisions revisions) {
        List<StepReport> done = new ArrayList<>();
        listener.runStarted(run, plan);
        note(run, JournalEvent.STARTED, null, null);
        try {
            for (Step step : plan.steps()) {
                done.add(carryOut(run, step, revisions, done));
            }
        } catch (StepFailedException failure) {
            note(run, JournalEvent.FAILED, failure.step(), failure.summary());
            listener.stepFailed(run, failure.step(), failure);
            listener.runFinished(report(run, Outcome.FAILURE, done, failure.summary()));
            throw failure;
        }
        note(run, JournalEvent.FINISHED, null, null);
        RunReport report = report(run, Outcome.SUCCESS, done, null);
        listener.runFinished(report);
        return report;
    }

    private StepReport carryOut(Run run, Step step, Revisions revisions, List<StepReport> before) {
        long start = System.nanoTime();
        Script script = revisions.script(step.revision().id());
        listener.stepStarted(run, step);
        note(run, JournalEvent.INTENT, step, null);
        StatementRunner statements = new StatementRunner(database, session);
        try {
            session.inTransaction(() -> {
                perform(run, step, script, revisions, statements);
                record(run, step, script, since(start));
            });
        } catch (FailedException failed) {
            throw new StepFailedException(step, before, failed.failure());
        } catch (DataAccessException refused) {
            throw new StepFailedException(
                    step, before, statements.failureAtCommit(step.revision().origin(), refused));
        }
        StepReport report = new StepReport(step, since(start));
        listener.stepFinished(run, report);
        return report;
    }

    private void perform(Run run, Step step, Script script, Revisions revisions, StatementRunner statements) {
        if (script.isSkipped()) {
            listener.stepSkipped(run, step, script.environments());
            return;
        }
        boolean up = step.direction() == Direction.UPGRADE;
        CheckRunner checks = new CheckRunner(database, session);
        checks.before(up ? script.required() : List.of());
        script.forEach(step.direction(), statements);
        if (script.java() != null) {
            new JavaRunner(session, revisions.placeholders(), run, step, listener).call(script.java());
        }
        checks.after(up ? script.ensured() : List.of());
    }

    private void record(Run run, Step step, Script script, Duration duration) {
        Revision revision = step.revision();
        if (step.direction() == Direction.UPGRADE) {
            history.recordApplied(
                    session, applied(run, revision, duration), run.applicationVersion(), script.downgradeSql());
            note(run, script.isSkipped() ? JournalEvent.SKIPPED : JournalEvent.APPLIED, step, null);
        } else {
            history.recordRolledBack(session, revision.id());
            note(run, JournalEvent.ROLLED_BACK, step, null);
        }
    }

    private static AppliedRevision applied(Run run, Revision revision, Duration duration) {
        return new AppliedRevision(
                revision.id(),
                revision.revises(),
                revision.dependsOn(),
                revision.label(),
                revision.message(),
                revision.checksum(),
                Instant.now(),
                duration,
                run.by(),
                run.id(),
                revision.reversible());
    }

    private void note(Run run, JournalEvent event, @Nullable Step step, @Nullable String error) {
        journal.append(
                session,
                new JournalEntry(
                        run.id(),
                        Instant.now(),
                        event,
                        step == null ? null : step.revision().id(),
                        step == null ? null : step.direction(),
                        error,
                        run.by()));
    }

    private static RunReport report(Run run, Outcome outcome, List<StepReport> steps, @Nullable String failure) {
        return new RunReport(run, outcome, steps, Duration.between(run.startedAt(), Instant.now()), failure);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
