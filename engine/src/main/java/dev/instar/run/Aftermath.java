package dev.instar.run;

import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows in which state a failed step leaves things, and says what to do about it. */
final class Aftermath {

    private final Step step;
    private final int statements;
    private final RunManner manner;
    private final List<StepReport> before;
    private int committed;
    private @Nullable String left;

    /**
     * What is said of a step that fails.
     *
     * @param statements how many it has
     * @param before the steps that the run has made before it; the list may grow
     */
    Aftermath(Step step, int statements, RunManner manner, List<StepReport> before) {
        this.step = step;
        this.statements = statements;
        this.manner = manner;
        this.before = before;
    }

    /** The statements up to a number are known to be done for good. */
    void committed(int number) {
        committed = number;
    }

    /** A statement that was refused has left this behind; {@code null} for nothing. */
    void leaves(@Nullable String leftBehind) {
        left = leftBehind;
    }

    /** {@code The upgrade of revision '7c1f0a2b' (Add user preferences)}. */
    String subject() {
        return "The %s of revision '%s' (%s)"
                .formatted(
                        step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade",
                        step.revision().id(),
                        step.revision().message());
    }

    String state() {
        if (manner.isOneTransaction()) {
            return left == null ? "The run was one transaction, and nothing of it is left." : left;
        }
        String done = before.isEmpty()
                ? "Nothing was run before it"
                : "Before it, this run had finished " + StepReport.listed(before);
        return "%s. %s".formatted(done, stateOfStep());
    }

    private String stateOfStep() {
        String id = step.revision().id().value();
        if (committed == 0) {
            return left == null ? "Revision '%s' was rolled back and left nothing behind.".formatted(id) : left;
        }
        String done = "Of revision '%s', %s of %d have taken effect and stay."
                .formatted(id, committed == 1 ? "statement 1" : "the statements 1 to " + committed, statements);
        return left == null ? done : done + " " + left;
    }

    String action() {
        return committed == 0
                ? "Correct it and start again; what is applied already will not be run again."
                : "Correct it and start again; the next run goes on behind statement %d, and nothing up to there may be edited."
                        .formatted(committed);
    }
}
