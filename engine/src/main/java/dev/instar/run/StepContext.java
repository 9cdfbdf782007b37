package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.history.HalfDone;
import dev.instar.jdbc.Session;
import dev.instar.plan.Step;
import dev.instar.script.Script;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that is being made, and everything needed to make it.
 *
 * @param before the steps this run has made before it; the list grows when this one is made
 * @param halfDone what the history says of it, or {@code null} when nothing of it was done before the run
 */
record StepContext(
        RunContext context,
        Step step,
        Script script,
        Map<String, String> placeholders,
        Outline outline,
        Bookkeeping books,
        List<StepReport> before,
        @Nullable HalfDone halfDone) {

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
