package dev.instar.run;

import dev.instar.plan.Step;
import dev.instar.revision.Listing;
import java.time.Duration;
import java.util.List;

/** A step that was carried out, and how long it took. */
public record StepReport(Step step, Duration duration) {

    /** The revisions of steps, for people. */
    static String listed(List<StepReport> reports) {
        return Listing.of(
                reports.stream().map(report -> report.step().revision().id()).toList());
    }
}
