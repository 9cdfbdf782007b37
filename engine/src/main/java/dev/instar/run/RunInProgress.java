package dev.instar.run;

import dev.instar.history.Arrival;
import dev.instar.history.HistorySnapshot;
import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.lock.LeaseLostException;
import dev.instar.plan.Plan;
import dev.instar.plan.Position;
import dev.instar.plan.Step;
import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionId;
import dev.instar.script.Revisions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** A run from its plan to its end, over one session after the other if need be. */
final class RunInProgress {

    private final Run run;
    private final Revisions revisions;
    private final Function<Position, Plan> planning;
    private final @Nullable String goal;
    private final RunListener listener;
    private @Nullable Progress progress;
    private @Nullable RunContext context;

    RunInProgress(
            Run run,
            Revisions revisions,
            Function<Position, Plan> planning,
            @Nullable String goal,
            RunListener listener) {
        this.run = run;
        this.revisions = revisions;
        this.planning = planning;
        this.goal = goal;
        this.listener = listener;
    }

    List<StepReport> done() {
        return progress == null ? List.of() : progress.done();
    }

    /** Where the run is, for people: {@code at statement 2 of revision '7c1f0a2b'}. */
    String place() {
        CurrentStatement statement = context == null ? null : context.current();
        return statement == null
                ? "before anything was run"
                : "at statement %d of revision '%s'"
                        .formatted(
                                statement.number(), statement.step().revision().id());
    }

    /** Makes the plan, or what is left of it. */
    Optional<RunReport> goOn(RunContext context) {
        this.context = context;
        HistorySnapshot history =
                context.locked().history().read(context.locked().session());
        Plan plan =
                progress == null ? planning.apply(new Position(revisions.graph(), history.applied())) : progress.plan();
        history.refuseToLeaveHalfDone(plan);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Revisions scripts = revisions.asApplied(history.skipped());
        if (isInSqlAlone(plan, scripts)) {
            context.locked().hold().keepPrepared();
        }
        Outlines outlines = new Outlines(scripts, context.locked().database());
        Groups groups = Groups.none(outlines);
        if (progress == null) {
            context.locked().history().refuseLostRows(context.locked().session());
            refuseWhatCannotWork(plan, scripts, outlines, context, history);
            groups = Groups.of(context, plan, history, outlines);
        }
        Progress going = begun(plan, context, history);
        try {
            makeSteps(going, scripts, outlines, groups, context, history);
        } catch (StepFailedException failure) {
            listener.stepFailed(run, failure.step(), failure);
            throw ended(going, failure, failure.summary());
        } catch (LeaseLostException lost) {
            // Whose turn it is not may not even write down that it has failed.
            throw ended(going, lost, lost.description());
        } catch (InstarException failure) {
            try {
                note(context, JournalEvent.FAILED, failure.description());
            } catch (DataAccessException second) {
                failure.addSuppressed(second);
            }
            throw ended(going, failure, failure.description());
        } catch (StopRequestedException stopped) {
            note(context, JournalEvent.STOPPED, null);
            listener.runFinished(going.report(Outcome.STOPPED, null));
            throw new RunStoppedException(run, going.done(), going.left());
        }
        context.locked().journal().append(context.locked().session(), finished(going, context, history));
        RunReport report = going.report(Outcome.SUCCESS, null);
        listener.runFinished(report);
        return Optional.of(report);
    }

    /** Where there is nothing that the next start would have to say again, it need not look again either. */
    private JournalEntry finished(Progress going, RunContext context, HistorySnapshot before) {
        JournalEntry finished = entry(JournalEvent.FINISHED);
        Position start = new Position(revisions.graph(), before.applied());
        if (goal == null
                || revisions.graph().heads().size() > 1
                || !start.unknown().isEmpty()
                || !start.edited().isEmpty()) {
            return finished;
        }
        Position end = start.after(going.plan());
        Arrival arrival = new Arrival(goal, end.appliedCount(), end.pending().size(), end.current());
        return context.locked().history().arrived(context.locked().session(), finished, arrival);
    }

    private Progress begun(Plan plan, RunContext context, HistorySnapshot history) {
        boolean isKnown = false;
        if (progress != null) {
            progress.missed(history).forEach(report -> finished(progress, report));
            isKnown = context.locked().journal().knows(context.locked().session(), run.id());
        } else {
            progress = new Progress(run, plan);
            listener.runStarted(run, plan);
        }
        JournalEntry entry = isKnown
                ? entry(JournalEvent.RECONNECTED)
                : entry(JournalEvent.STARTED).plan(run.trigger().word(), plan.size(), run.applicationVersion());
        context.locked().journal().append(context.locked().session(), entry);
        return progress;
    }

    /** Nobody but Instar has the driver prepare anything, whose tables do not change. */
    private static boolean isInSqlAlone(Plan plan, Revisions scripts) {
        for (Step step : plan.steps()) {
            if (scripts.script(step.revision().id()).java() != null) {
                return false;
            }
        }
        return true;
    }

    private static void refuseWhatCannotWork(
            Plan plan, Revisions scripts, Outlines outlines, RunContext context, HistorySnapshot history) {
        Obstacles obstacles = new Obstacles(context);
        for (Step step : plan.steps()) {
            RevisionId id = step.revision().id();
            obstacles.look(
                    step,
                    scripts.script(id),
                    outlines.ahead(step),
                    history.halfDone(id).isPresent());
        }
        obstacles.throwIfPresent();
    }

    private void makeSteps(
            Progress going,
            Revisions scripts,
            Outlines outlines,
            Groups groups,
            RunContext context,
            HistorySnapshot history) {
        if (context.settings().manner().isOneTransaction()) {
            Function<Step, StepContext> preparing =
                    step -> StepContext.of(context, step, null, outlines.now(step), scripts, List.of());
            new WholeRun(context, preparing, history).make(going.left()).forEach(report -> finished(going, report));
        } else {
            new StepSequence(context, scripts, outlines, groups, history, going).make();
        }
    }

    private void finished(Progress going, StepReport report) {
        going.finished(report);
        listener.stepFinished(run, report);
    }

    private <E extends InstarException> E ended(Progress going, E failure, String summary) {
        listener.runFinished(going.report(Outcome.FAILURE, summary));
        return failure;
    }

    /** The end of a run that was asked to stop while it waited for its turn. */
    RunStoppedException stoppedBeforeItBegan() {
        return progress == null
                ? RunStoppedException.beforeItBegan()
                : new RunStoppedException(run, done(), progress.left());
    }

    private void note(RunContext context, JournalEvent event, @Nullable String error) {
        context.locked()
                .journal()
                .append(context.locked().session(), entry(event).error(error));
    }

    private JournalEntry entry(JournalEvent event) {
        return JournalEntry.of(event, run.id(), run.by());
    }
}
