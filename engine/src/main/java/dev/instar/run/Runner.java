package dev.instar.run;

import dev.instar.plan.Plan;
import dev.instar.plan.Position;
import dev.instar.revision.InstarException;
import dev.instar.script.Revisions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Carries out a plan, made when nobody else can interfere any more. Survives the loss of its connection: what had
 * happened by then is found out over a new one, and the run goes on from there.
 */
public final class Runner {

    private final RunSettings settings;
    private final RunListener listener;
    private final StopSignal stop;
    private final Connector connector;
    private final LockedSessions sessions;

    public Runner(Connector connector, RunSettings settings, RunListener listener, StopSignal stop) {
        this.settings = settings;
        this.listener = listener;
        this.stop = stop;
        this.connector = connector;
        this.sessions = new LockedSessions(connector, settings, listener, stop);
    }

    /**
     * Waits for the migration lock, plans, and makes the steps in order until one fails.
     *
     * @param goal what a run that leaves nothing to do is remembered by; {@code null} for one that is not
     * @return empty when the plan is, because somebody else was faster
     * @throws StepFailedException when a step failed; it says what had been done before, and what is left of the step
     * @throws RunStoppedException when the run was asked to stop
     * @throws ConnectionLostException when the connection was lost for good
     * @throws RunBrokenOffException when something else kept a run that had begun from going on
     */
    public Optional<RunReport> run(
            Run run, Revisions revisions, Function<Position, Plan> planning, @Nullable String goal) {
        RunInProgress progress = new RunInProgress(run, revisions, planning, goal, listener);
        try {
            return carryOut(run, progress);
        } catch (RuntimeException failure) {
            throw progress.ended(failure);
        } catch (Error broken) {
            throw progress.ended(broken);
        }
    }

    private Optional<RunReport> carryOut(Run run, RunInProgress progress) {
        Losses losses = new Losses();
        while (true) {
            try (LockedSession locked = losses.none() ? sessions.open(run) : reopened(run, progress, losses)) {
                losses.using(locked.hold());
                RunContext context = new RunContext(run, locked, settings.execution(), listener, stop);
                Watch watch = Watch.over(context, connector);
                try {
                    locked.session().answerWithin(Duration.ZERO);
                    return progress.goOn(context);
                } finally {
                    watch.close();
                }
            } catch (DataAccessException failure) {
                if (!Losses.isOne(failure)) {
                    throw failure;
                }
                losses.count(progress.place("at"), progress.done(), failure);
                listener.connectionLost(run, progress.place("at"));
            }
        }
    }

    private LockedSession reopened(Run run, RunInProgress progress, Losses losses) {
        try {
            return sessions.openAfter(run, losses.last());
        } catch (InstarException | CannotGetJdbcConnectionException gone) {
            throw new ConnectionLostException(progress.place("at"), progress.done(), gone);
        }
    }
}
