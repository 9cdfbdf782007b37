package dev.instar.benchmarks;

import dev.instar.benchmarks.revisions.Change;
import dev.instar.benchmarks.revisions.Changes;
import dev.instar.benchmarks.revisions.Written;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What kind of revisions goes into an empty database. */
enum RevisionSet {
    TABLES("", "a table and an index each", List.of(10, 100, 1_000), List.of(10, 100, 1_000, 5_000), Changes::tables),
    COLUMNS(
            "-columns",
            "one statement each, mostly to add a column",
            List.of(100),
            List.of(1_000, 5_000),
            Changes::columns),
    HISTORY(
            "-history",
            "what a service gathers over the years",
            List.of(100),
            List.of(100, 1_000, 5_000),
            Changes::history);

    private final String suffix;
    private final String description;
    private final List<Integer> look;
    private final List<Integer> measurement;
    private final IntFunction<List<Change>> changes;

    RevisionSet(
            String suffix,
            String description,
            List<Integer> look,
            List<Integer> measurement,
            IntFunction<List<Change>> changes) {
        this.suffix = suffix;
        this.description = description;
        this.look = look;
        this.measurement = measurement;
        this.changes = changes;
    }

    /** What {@code --sets} calls it. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the measurements of a scenario with this set are kept as. */
    String scenario(String name) {
        return name + suffix;
    }

    String description() {
        return description;
    }

    List<Integer> sizes(Options options) {
        return options.sizes(look, measurement);
    }

    Written write(Bench bench, Tool tool, int size) throws IOException {
        return bench.write("%s-%d".formatted(option(), size), tool, changes.apply(size));
    }
}
