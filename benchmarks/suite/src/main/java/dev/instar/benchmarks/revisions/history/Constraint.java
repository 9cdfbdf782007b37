package dev.instar.benchmarks.revisions.history;

import org.jspecify.annotations.Nullable;

/**
 * A rule for one column.
 *
 * @param target the table that the column points to; if there is none, the column's values are checked
 */
record Constraint(String name, Column column, @Nullable GrowingTable target) {

    String definition() {
        return target == null
                ? "CONSTRAINT %s CHECK (%s)".formatted(name, column.kind.check(column.name))
                : "CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (id)".formatted(name, column.name, target.name());
    }
}
