package dev.instar.run;

import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.InstarException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A step failed. Its transaction was rolled back, so the revision left nothing behind; what the run had done before
 * stays done.
 */
public final class StepFailedException extends InstarException {

    private final transient Step step;
    private final String summary;

    StepFailedException(Step step, List<StepReport> before, StepFailure failure) {
        super(
                "%s\n%s\n%s".formatted(opening(step, failure), failure.detail(), aftermath(step, before)),
                "Correct it and start again; what is applied already will not be run again.",
                failure.cause());
        this.step = step;
        this.summary = opening(step, failure) + " " + failure.reason();
    }

    public Step step() {
        return step;
    }

    /** What failed and where, without any SQL: fit for an endpoint. */
    public String summary() {
        return summary;
    }

    private static String opening(Step step, StepFailure failure) {
        return "The %s of revision '%s' (%s) failed at %s."
                .formatted(verb(step), step.revision().id(), step.revision().message(), failure.place());
    }

    private static String verb(Step step) {
        return step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
    }

    private static String aftermath(Step step, List<StepReport> before) {
        String done = before.isEmpty()
                ? "Nothing was run before it"
                : "Before it, this run had finished "
                        + before.stream()
                                .map(report -> "'" + report.step().revision().id() + "'")
                                .collect(Collectors.joining(", "));
        return "%s. Revision '%s' was rolled back and left nothing behind."
                .formatted(done, step.revision().id());
    }
}
