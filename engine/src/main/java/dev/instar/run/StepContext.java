package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.plan.Step;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that is being made, and everything needed to make it.
 *
 * @param before the steps this run has made before it; the list grows when this one is made
 */
record StepContext(
        RunContext context,
        Step step,
        Script script,
        Map<String, String> placeholders,
        Outline outline,
        Bookkeeping books,
        List<StepReport> before) {

    /**
     * Prepares a step.
     *
     * @param next the step that will follow at once, or {@code null}
     */
    static StepContext of(
            RunContext context,
            Step step,
            @Nullable Step next,
            Outline outline,
            Revisions revisions,
            List<StepReport> before) {
        Script script = revisions.script(step.revision().id());
        Bookkeeping books = new Bookkeeping(context, step, next, script, outline);
        return new StepContext(context, step, script, revisions.placeholders(), outline, books, before);
    }

    Run run() {
        return context.run();
    }

    RunListener listener() {
        return context.listener();
    }

    Database database() {
        return context.locked().database();
    }

    Session session() {
        return context.locked().session();
    }
}
