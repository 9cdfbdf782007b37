package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.history.HalfDone;
import dev.instar.jdbc.Session;
import dev.instar.plan.Step;
import dev.instar.script.Script;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that is being made, and everything needed to make it.
 *
 * @param halfDone what the history says of it, or {@code null} when nothing of it was done before the run
 */
record StepContext(
        RunContext context,
        Step step,
        Script script,
        Map<String, String> placeholders,
        Outline outline,
        Bookkeeping books,
        Aftermath aftermath,
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
