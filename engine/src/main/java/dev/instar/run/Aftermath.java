package dev.instar.run;

import dev.instar.plan.Step;
import dev.instar.revision.Direction;

/** Says in which state a failed step leaves things, and what to do about it. */
final class Aftermath {

    private final StepContext step;

    Aftermath(StepContext step) {
        this.step = step;
    }

    static String verb(Step step) {
        return step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
    }

    /** {@code The upgrade of revision '7c1f0a2b' (Add user preferences)}. */
    static String subject(Step step) {
        return "The %s of revision '%s' (%s)"
                .formatted(verb(step), step.revision().id(), step.revision().message());
    }

    String state() {
        if (step.context().settings().manner().isOneTransaction()) {
            String left = step.books().left();
            return left == null ? "The run was one transaction, and nothing of it is left." : left;
        }
        String done = step.before().isEmpty()
                ? "Nothing was run before it"
                : "Before it, this run had finished " + StepReport.listed(step.before());
        return "%s. %s".formatted(done, stateOfStep());
    }

    private String stateOfStep() {
        int committed = step.books().committed();
        String left = step.books().left();
        String id = step.step().revision().id().value();
        if (committed == 0) {
            return left == null ? "Revision '%s' was rolled back and left nothing behind.".formatted(id) : left;
        }
        String done = "Of revision '%s', %s of %d have taken effect and stay."
                .formatted(
                        id,
                        committed == 1 ? "statement 1" : "the statements 1 to " + committed,
                        step.outline().size());
        return left == null ? done : done + " " + left;
    }

    String action() {
        return step.books().committed() == 0
                ? "Correct it and start again; what is applied already will not be run again."
                : "Correct it and start again; the next run goes on behind statement %d, and nothing up to there may be edited."
                        .formatted(step.books().committed());
    }
}
