package dev.instar.run;

import dev.instar.revision.Listing;
import dev.instar.script.ScriptStatement;
import java.util.List;

/**
 * A statement that runs alone cannot be carried out, or it is not known whether it was: something else is in its place,
 * somebody else is at it, or nobody but a human can tell.
 */
public final class UnsettledException extends StepFailedException {

    private UnsettledException(StepContext step, String summary, String reason, String action) {
        super(
                step,
                summary,
                "%s %s\n%s".formatted(summary, reason, step.aftermath().state()),
                action,
                null);
    }

    private static String stopped(StepContext step, ScriptStatement statement) {
        return "%s stopped at %s.".formatted(step.aftermath().subject(), statement.origin());
    }

    static UnsettledException contradicted(StepContext step, ScriptStatement statement, String reason) {
        return new UnsettledException(
                step,
                stopped(step, statement),
                reason,
                "Drop or rename what is there, or correct the statement, and start again.");
    }

    static UnsettledException busy(StepContext step, ScriptStatement statement, String reason) {
        return new UnsettledException(step, stopped(step, statement), reason, "Wait for it to end and start again.");
    }

    static UnsettledException forgotten(StepContext step, ScriptStatement statement, List<String> lost) {
        return new UnsettledException(
                step,
                stopped(step, statement),
                "The revision was interrupted, and what it had created for its session alone went with that: %s."
                        .formatted(Listing.of(lost)),
                "Undo by hand what it has done, and run 'instar resume %s --undone'."
                        .formatted(step.step().revision().id()));
    }

    static UnsettledException beyondRepair(StepContext step, ScriptStatement statement, String reason) {
        return new UnsettledException(
                step, stopped(step, statement), reason, "Put that right by hand and start again.");
    }

    static UnsettledException ineffective(StepContext step, ScriptStatement statement, String reason) {
        return new UnsettledException(
                step,
                stopped(step, statement),
                ("The server said that it succeeded, but the catalog does not show it. " + reason).strip(),
                "Start again; what is wrong will then be put right.");
    }

    static UnsettledException undecided(StepContext step, ScriptStatement statement, int number, String reason) {
        return new UnsettledException(
                step,
                "%s stopped at %s: statement %d was begun by an earlier run, and nobody heard how it ended."
                        .formatted(step.aftermath().subject(), statement.origin(), number),
                "%s Statement: %s".formatted(reason, Excerpt.withoutSecrets(statement.written())),
                "Look whether it has taken effect. If it has, run 'instar resume --done'; if not, 'instar resume --again'.");
    }
}
