package dev.instar.plan;

import java.util.List;
import java.util.StringJoiner;

/** The steps from where a database stands to where it shall be, in order. Made before anything runs. */
public record Plan(List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    public int size() {
        return steps.size();
    }

    /** A line for each step. */
    @Override
    public String toString() {
        StringJoiner lines = new StringJoiner("\n");
        for (Step step : steps) {
            lines.add(step.toString());
        }
        return lines.toString();
    }
}
