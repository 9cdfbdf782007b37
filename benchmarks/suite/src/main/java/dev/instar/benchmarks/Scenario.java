package dev.instar.benchmarks;

/** Something to be done by several tools in turn. */
interface Scenario {

    /** What {@code --only} calls it. */
    String name();

    /** Whether it runs only when it is asked for. */
    default boolean isExtra() {
        return false;
    }

    /** Measures, and adds its section to the report. */
    void run(Bench bench) throws Exception;
}
