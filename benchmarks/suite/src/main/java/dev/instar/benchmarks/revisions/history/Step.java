package dev.instar.benchmarks.revisions.history;

/** One thing that a revision does, and how it is taken back. */
public record Step(String upgrade, String downgrade) {

    static Step of(String upgrade, String downgrade) {
        return new Step(upgrade + ";\n", downgrade + ";\n");
    }
}
