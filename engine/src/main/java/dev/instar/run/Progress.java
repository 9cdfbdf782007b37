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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a run has come, whatever becomes of its sessions. */
final class Progress {

    private final Run run;
    private final Plan plan;
    private final List<StepReport> done = new ArrayList<>();

    Progress(Run run, Plan plan) {
        this.run = run;
        this.plan = plan;
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

    void finished(StepReport report) {
        done.add(report);
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

    RunReport report(Outcome outcome, @Nullable String failure) {
        return new RunReport(run, outcome, done, Duration.between(run.startedAt(), Instant.now()), failure);
    }
}
