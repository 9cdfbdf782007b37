package dev.instar.run;

import dev.instar.plan.Step;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import java.util.List;

/** A run was asked to stop, and did so where nothing is left in doubt. */
public final class RunStoppedException extends InstarException {

    RunStoppedException(Run run, List<StepReport> done, List<Step> left) {
        super(
                "Run %s was asked to stop and did. %s; left to do: %s."
                        .formatted(
                                run.id(),
                                done.isEmpty() ? "Nothing was done" : "Done: " + StepReport.listed(done),
                                Listing.of(left.stream()
                                        .map(step -> step.revision().id())
                                        .toList())),
                "Start again; the next run goes on from here.");
    }

    private RunStoppedException(String description) {
        super(description, "Start again.");
    }

    static RunStoppedException beforeItBegan() {
        return new RunStoppedException("The run was asked to stop before it began, and nothing was run.");
    }
}
