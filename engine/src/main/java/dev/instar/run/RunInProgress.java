package dev.instar.run;

import dev.instar.history.Arrival;
import dev.instar.history.HistoryChangedException;
import dev.instar.history.HistorySnapshot;
import dev.instar.history.Journal;
import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.jdbc.Session;
import dev.instar.lock.LeaseLostException;
import dev.instar.plan.Plan;
import dev.instar.plan.Position;
import dev.instar.plan.Step;
import dev.instar.revision.InstarException;
import dev.instar.script.Revisions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A run from its plan to its end, over one session after the other if need be. */
final class RunInProgress {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    private final Run run;
    private final Revisions revisions;
    private final Function<Position, Plan> planning;
    private final @Nullable String goal;
    private final RunListener listener;
    private @Nullable Progress progress;
    private @Nullable RunContext context;
    private @Nullable CurrentStatement last;
    private boolean isAnother;

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
    String place(String preposition) {
        CurrentStatement statement = current();
        return statement == null
                ? "before anything was run"
                : "%s statement %d of revision '%s'"
                        .formatted(
                                preposition,
                                statement.number(),
                                statement.step().revision().id());
    }

    private @Nullable CurrentStatement current() {
        CurrentStatement current = context == null ? null : context.current();
        return current == null ? last : current;
    }

    /** Makes the plan, or what is left of it, and writes down how that ends. */
    Optional<RunReport> goOn(RunContext context) {
        last = current();
        isAnother = this.context != null;
        context.inJava(this.context == null ? null : this.context.inJava());
        this.context = context;
        try {
            refuseToRepeat(context);
            return make(context);
        } catch (RuntimeException | Error failure) {
            if (progress != null && !progress.isOver() && !Losses.isOne(failure)) {
                note(context, failure, progress);
            }
            throw failure;
        }
    }

    private void refuseToRepeat(RunContext context) {
        String transaction = context.inJava();
        if (transaction != null
                && context.locked()
                        .database()
                        .sessions()
                        .isCommitted(context.locked().session(), transaction)) {
            throw new RunBrokenOffException(
                    "The connection was lost " + place("at"),
                    done(),
                    "Undo by hand what it has done, take out its COMMIT",
                    new IllegalStateException(
                            "The revision had committed by itself, and what had been done by then stays"));
        }
        context.inJava(null);
    }

    private Optional<RunReport> make(RunContext context) {
        HistorySnapshot history =
                context.locked().history().read(context.locked().session());
        Plan plan =
                progress == null ? planning.apply(new Position(revisions.graph(), history.applied())) : progress.plan();
        history.refuseToLeaveHalfDone(plan, revisions.graph());
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Revisions scripts = revisions.asApplied(history.skipped());
        if (isInSqlAlone(plan, scripts)) {
            context.locked().hold().keepPrepared();
        }
        Preparation preparation = new Preparation(context, scripts, history);
        Groups groups = Groups.none(preparation);
        if (progress == null) {
            context.locked().history().refuseLostRows(context.locked().session());
            refuseWhatCannotWork(plan, preparation, context);
            groups = Groups.of(context, plan, history, preparation);
        }
        Progress going = begun(plan, context, history);
        if (!going.canGoOn(history)) {
            throw HistoryChangedException.whileAway();
        }
        makeSteps(going, preparation, groups, context);
        context.locked().journal().append(context.locked().session(), finished(going, context, history));
        return Optional.of(going.ends(Outcome.SUCCESS, null));
    }

    /** Where there is nothing that the next start would have to say again, it need not look again either. */
    private JournalEntry finished(Progress going, RunContext context, HistorySnapshot before) {
        JournalEntry finished = run.entry(JournalEvent.FINISHED);
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

    /** A run has begun when the journal says so. */
    private Progress begun(Plan plan, RunContext context, HistorySnapshot history) {
        Progress before = progress;
        if (before != null) {
            before.missed(history).forEach(before::made);
        }
        Journal journal = context.locked().journal();
        Session session = context.locked().session();
        JournalEntry entry = isAnother && journal.knows(session, run.id())
                ? run.entry(JournalEvent.RECONNECTED)
                : run.entry(JournalEvent.STARTED, plan.size());
        journal.append(session, entry);
        if (before != null) {
            return before;
        }
        Progress going = new Progress(run, listener, plan, history);
        progress = going;
        going.begins();
        return going;
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

    private static void refuseWhatCannotWork(Plan plan, Preparation preparation, RunContext context) {
        Obstacles obstacles = new Obstacles(context);
        plan.steps().forEach(step -> obstacles.look(preparation.later(step, null, List.of())));
        obstacles.throwIfPresent();
    }

    private static void makeSteps(Progress going, Preparation preparation, Groups groups, RunContext context) {
        if (context.settings().manner().isOneTransaction()) {
            new WholeRun(context, preparation).make(going.left()).forEach(going::made);
        } else {
            new StepSequence(context, preparation, groups, going).make();
        }
    }

    /** How a run ends that cannot go on, which the listeners hear unless they never heard of it. */
    <E extends Throwable> InstarException ended(E failure) throws E {
        if (progress == null) {
            if (failure instanceof StopRequestedException) {
                return RunStoppedException.beforeItBegan();
            }
            throw failure;
        }
        InstarException end = end(failure, progress);
        if (end instanceof StepFailedException failed) {
            listener.stepFailed(run, failed.step(), failed);
            progress.ends(Outcome.FAILURE, failed.summary());
        } else if (end instanceof RunStoppedException) {
            progress.ends(Outcome.STOPPED, null);
        } else {
            progress.ends(Outcome.FAILURE, end.description());
        }
        if (failure instanceof Error) {
            throw failure;
        }
        if (end instanceof RunBrokenOffException && failure != end && !(failure instanceof DataAccessException)) {
            log.error("Run {} broke off unexpectedly.", run.id(), failure);
        }
        return end;
    }

    private InstarException end(Throwable failure, Progress going) {
        if (failure instanceof StopRequestedException) {
            return new RunStoppedException(run, going.done(), going.left());
        }
        return failure instanceof InstarException known
                ? known
                : new RunBrokenOffException(place("behind"), going.done(), failure);
    }

    /** What went wrong first is what the caller must hear. */
    private void note(RunContext context, Throwable failure, Progress going) {
        if (failure instanceof StepFailedException || failure instanceof LeaseLostException) {
            // A step has written it down, and whose turn it is not may not.
            return;
        }
        InstarException end = end(failure, going);
        JournalEntry entry = end instanceof RunStoppedException
                ? run.entry(JournalEvent.STOPPED)
                : run.entry(JournalEvent.FAILED).error(end.description());
        try {
            context.locked().repin();
            context.limitAsSet();
            context.locked().journal().append(context.locked().session(), entry);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
