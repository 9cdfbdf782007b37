package dev.instar.run;

import dev.instar.history.HistorySnapshot;
import dev.instar.plan.Step;
import dev.instar.script.Revisions;
import java.util.List;
import java.util.stream.IntStream;

/** Makes steps in order and commits each, or several together where that comes to the same. */
final class StepSequence {

    private final RunContext context;
    private final Revisions scripts;
    private final Outlines outlines;
    private final Groups groups;
    private final HistorySnapshot history;
    private final Progress going;
    private final List<Step> steps;

    StepSequence(
            RunContext context,
            Revisions scripts,
            Outlines outlines,
            Groups groups,
            HistorySnapshot history,
            Progress going) {
        this.context = context;
        this.scripts = scripts;
        this.outlines = outlines;
        this.groups = groups;
        this.history = history;
        this.going = going;
        this.steps = List.copyOf(going.left());
    }

    void make() {
        int next = 0;
        while (next < steps.size()) {
            context.stop().check();
            int end = groups.end(steps, next);
            if (end - next < 2 || !makeTogether(next, end)) {
                end = Math.max(end, next + 1);
                makeOneByOne(next, end);
            }
            next = end;
        }
    }

    private boolean makeTogether(int from, int to) {
        List<StepContext> together = IntStream.range(from, to)
                .mapToObj(index -> prepared(index, outlines.ahead(steps.get(index))))
                .toList();
        List<StepReport> made = new Group(context, together).make();
        if (made.isEmpty()) {
            groups.refused();
            return false;
        }
        steps.subList(from, to).forEach(outlines::now);
        going.madeTogether(made);
        return true;
    }

    private void makeOneByOne(int from, int to) {
        for (int index = from; index < to; index++) {
            context.stop().check();
            Step step = steps.get(index);
            StepReport made = StepRunner.committing(prepared(index, outlines.now(step)))
                    .run(history.halfDone(step.revision().id()).orElse(null));
            going.made(made);
        }
    }

    /** Whose lease may be lost between two steps does not say that it begins the second. */
    private StepContext prepared(int index, Outline outline) {
        boolean foretells = context.locked().hold().keepsSession() && index + 1 < steps.size();
        return StepContext.of(
                context, steps.get(index), foretells ? steps.get(index + 1) : null, outline, scripts, going.soFar());
    }
}
