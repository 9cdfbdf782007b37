package dev.instar.run;

import dev.instar.plan.Step;
import dev.instar.revision.InstarException;
import org.jspecify.annotations.Nullable;

/**
 * A step failed. What it had done in the open transaction was rolled back; the description says whether anything of it
 * is left. What the run had done before stays done.
 */
public class StepFailedException extends InstarException {

    private final transient Step step;
    private final String summary;

    /**
     * Describes a failure.
     *
     * @param summary one sentence without any SQL
     */
    StepFailedException(
            StepContext step, String summary, String description, String action, @Nullable Throwable cause) {
        super(description, action, cause);
        this.step = step.step();
        this.summary = summary;
    }

    static StepFailedException refused(StepContext step, StepFailure failure) {
        String opening = "%s failed at %s.".formatted(step.aftermath().subject(), failure.place());
        Aftermath aftermath = step.aftermath();
        return new StepFailedException(
                step,
                opening + " " + failure.reason(),
                "%s\n%s\n%s".formatted(opening, failure.detail(), aftermath.state()),
                aftermath.action(),
                failure.cause());
    }

    /** Writes it down where that is still possible: what went wrong first is what the caller must hear. */
    StepFailedException noting(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException second) {
            addSuppressed(second);
        }
        return this;
    }

    public Step step() {
        return step;
    }

    /** What failed and where, without any SQL: fit for an endpoint. */
    public String summary() {
        return summary;
    }
}
