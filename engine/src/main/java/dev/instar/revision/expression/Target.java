package dev.instar.revision.expression;

import org.jspecify.annotations.Nullable;

/** Where to go, as a user says it. Prints as it can be parsed again. */
public sealed interface Target {

    Target HEAD = new Absolute(null, Symbol.of("head"));
    Target HEADS = new Absolute(null, Symbol.of("heads"));
    Target BASE = new Absolute(null, Symbol.of("base"));
    Target CURRENT = new Absolute(null, Symbol.of("current"));

    /** The label or revision before the {@code @}: only what is in line with it is meant. */
    @Nullable
    String branch();

    /**
     * Reads one target.
     *
     * @throws InvalidTargetException with what is wrong and what is wanted
     */
    static Target parse(String text) {
        // What nearly every service says takes no parser.
        return text.equals(HEADS.toString()) ? HEADS : new TargetParser(text).target();
    }

    /** Whether the target counts steps and does not say from where. */
    default boolean isBareSteps() {
        return false;
    }

    /** {@code head}, {@code 7c1f}, {@code accounts@head}. */
    record Absolute(@Nullable String branch, Symbol symbol) implements Target {
        @Override
        public String toString() {
            return prefix(branch) + symbol;
        }
    }

    /**
     * {@code +2}, {@code accounts@-1}, {@code 7c1f+2}.
     *
     * @param start where the steps are counted from; {@code null} for the place that suits the command
     * @param distance the number of steps, below zero for down
     * @param steps the same as written
     */
    record Relative(@Nullable String branch, @Nullable Symbol start, int distance, String steps) implements Target {
        @Override
        public boolean isBareSteps() {
            return start == null;
        }

        /** The same steps on another branch. */
        public Relative on(String otherBranch) {
            return new Relative(otherBranch, start, distance, steps);
        }

        /** Another number of steps from the same start. */
        public Relative withDistance(int otherDistance) {
            return new Relative(branch, start, otherDistance, (otherDistance < 0 ? "" : "+") + otherDistance);
        }

        @Override
        public String toString() {
            return prefix(branch) + (start == null ? "" : start) + steps;
        }
    }

    private static String prefix(@Nullable String branch) {
        return branch == null ? "" : branch + "@";
    }
}
