package dev.instar.run;

import dev.instar.history.HistorySnapshot;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a run has come, whatever becomes of its sessions, and what the listeners hear of that. */
final class Progress {

    private final Run run;
    private final RunListener listener;
    private final Plan plan;
    private final Set<RevisionId> expected;
    private final List<StepReport> done = new ArrayList<>();
    private boolean isOver;

    Progress(Run run, RunListener listener, Plan plan, HistorySnapshot before) {
        this.run = run;
        this.listener = listener;
        this.plan = plan;
        this.expected = applied(before);
    }

    private static Set<RevisionId> applied(HistorySnapshot history) {
        Set<RevisionId> applied = new HashSet<>();
        history.applied().forEach(revision -> applied.add(revision.id()));
        return applied;
    }

    Plan plan() {
        return plan;
    }

    List<StepReport> done() {
        return List.copyOf(done);
    }

    /** The same as it grows, which costs nothing to ask for. */
    List<StepReport> soFar() {
        return Collections.unmodifiableList(done);
    }

    /** The steps that are still to be made. */
    List<Step> left() {
        return plan.steps().subList(done.size(), plan.size());
    }

    void begins() {
        listener.runStarted(run, plan);
    }

    void made(StepReport report) {
        add(report);
        listener.stepFinished(run, report);
    }

    void madeTogether(List<StepReport> reports) {
        reports.forEach(this::add);
        listener.stepsMade(run, reports);
    }

    private void add(StepReport report) {
        done.add(report);
        RevisionId id = report.step().revision().id();
        if (report.step().direction() == Direction.UPGRADE) {
            expected.add(id);
        } else {
            expected.remove(id);
        }
    }

    /** Whether the plan still leads from what the history says to where it did. */
    boolean canGoOn(HistorySnapshot history) {
        return left().isEmpty() || expected.equals(applied(history));
    }

    /** The steps that the history knows to be done although nobody heard of it before the connection was lost. */
    List<StepReport> missed(HistorySnapshot history) {
        Map<RevisionId, AppliedRevision> applied = new HashMap<>();
        history.applied().forEach(revision -> applied.put(revision.id(), revision));
        List<StepReport> missed = new ArrayList<>();
        for (Step step : left()) {
            AppliedRevision revision = applied.get(step.revision().id());
            boolean isApplied = revision != null;
            boolean halfDone = history.halfDone(step.revision().id()).isPresent();
            if (halfDone || isApplied != (step.direction() == Direction.UPGRADE)) {
                break;
            }
            missed.add(new StepReport(step, revision == null ? Duration.ZERO : revision.duration()));
        }
        return missed;
    }

    /** How the run ends, unless it has done so already. */
    RunReport ends(Outcome outcome, @Nullable String failure) {
        RunReport report = new RunReport(run, outcome, done, Duration.between(run.startedAt(), Instant.now()), failure);
        if (!isOver) {
            isOver = true;
            listener.runFinished(report);
        }
        return report;
    }

    boolean isOver() {
        return isOver;
    }
}
