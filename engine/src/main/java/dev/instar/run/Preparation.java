package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.history.HistorySnapshot;
import dev.instar.plan.Step;
import dev.instar.revision.RevisionId;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prepares the steps of a plan; the outline of each is made once, and kept only until its step is. */
final class Preparation {

    /** A long plan shall not be in memory as a whole. */
    private static final int MOST_CHARACTERS_KEPT = 2 * 1024 * 1024;

    private final RunContext context;
    private final Revisions revisions;
    private final HistorySnapshot history;
    private final Map<RevisionId, Outline> ahead = new HashMap<>();
    private int charactersKept;

    Preparation(RunContext context, Revisions revisions, HistorySnapshot history) {
        this.context = context;
        this.revisions = revisions;
        this.history = history;
    }

    /** The outline of a step that will be made later. */
    Outline outline(Step step) {
        return ahead.computeIfAbsent(step.revision().id(), id -> affordable(outlined(step)));
    }

    private Outline affordable(Outline outline) {
        if (charactersKept + outline.charactersKept() > MOST_CHARACTERS_KEPT) {
            outline.forgetStatements();
        }
        charactersKept += outline.charactersKept();
        return outline;
    }

    /** Forgets the outline of a step that is made, or is made now. */
    @Nullable
    Outline forget(Step step) {
        return ahead.remove(step.revision().id());
    }

    /**
     * A step that will be made later.
     *
     * @param next the step that will follow at once, or {@code null}
     * @param before the steps that the run has made before it; the list may grow
     */
    StepContext later(Step step, @Nullable Step next, List<StepReport> before) {
        return prepared(step, next, outline(step), before);
    }

    /** The same of the step that is made now. */
    StepContext now(Step step, @Nullable Step next, List<StepReport> before) {
        Outline known = forget(step);
        return prepared(step, next, known == null ? outlined(step) : known, before);
    }

    private StepContext prepared(Step step, @Nullable Step next, Outline outline, List<StepReport> before) {
        RevisionId id = step.revision().id();
        Script script = revisions.script(id);
        return new StepContext(
                context,
                step,
                script,
                revisions.placeholders(),
                outline,
                new Bookkeeping(context, step, next, script, outline),
                new Aftermath(step, outline.size(), context.settings().manner(), before),
                history.halfDone(id).orElse(null));
    }

    private Outline outlined(Step step) {
        Database database = context.locked().database();
        return Outline.of(revisions.script(step.revision().id()), step.direction(), database);
    }
}
