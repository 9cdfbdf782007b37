package dev.instar.run;

import dev.instar.plan.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes steps in order and commits each, or several together where that comes to the same. */
final class StepSequence {

    private final RunContext context;
    private final Preparation preparation;
    private final Groups groups;
    private final Progress going;
    private final List<Step> steps;

    StepSequence(RunContext context, Preparation preparation, Groups groups, Progress going) {
        this.context = context;
        this.preparation = preparation;
        this.groups = groups;
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
                .mapToObj(index -> preparation.later(steps.get(index), next(index), going.soFar()))
                .toList();
        List<StepReport> made = new Group(context, together).make();
        if (made.isEmpty()) {
            groups.refused();
            return false;
        }
        steps.subList(from, to).forEach(preparation::forget);
        going.madeTogether(made);
        return true;
    }

    private void makeOneByOne(int from, int to) {
        for (int index = from; index < to; index++) {
            context.stop().check();
            StepContext step = preparation.now(steps.get(index), next(index), going.soFar());
            going.made(StepRunner.committing(step).run());
        }
    }

    /** Whose lease may be lost between two steps does not say that it begins the second. */
    private @Nullable Step next(int index) {
        boolean foretells = context.locked().hold().keepsSession() && index + 1 < steps.size();
        return foretells ? steps.get(index + 1) : null;
    }
}
