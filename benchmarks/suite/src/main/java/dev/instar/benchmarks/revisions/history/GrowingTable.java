package dev.instar.benchmarks.revisions.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as it is after the revisions so far. */
final class GrowingTable {

    private static final String ALWAYS_THERE = """
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                code varchar(40) NOT NULL,
                changed_at timestamp with time zone NOT NULL DEFAULT now()""";

    final List<Column> columns = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    final List<Constraint> constraints = new ArrayList<>();
    final List<String> codes = new ArrayList<>();

    /** Whether something else in the schema needs it. */
    boolean needed;

    private final String name;

    GrowingTable(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    String alter(String change) {
        return "ALTER TABLE %s %s".formatted(name, change);
    }

    /** What creates it as it is now. */
    String definition() {
        String inside = Stream.of(
                        Stream.of(ALWAYS_THERE),
                        columns.stream().map(Column::definition),
                        constraints.stream().map(Constraint::definition))
                .flatMap(part -> part)
                .collect(Collectors.joining(",\n    ", "CREATE TABLE %s (\n    ".formatted(name), "\n)"));
        return Stream.concat(Stream.of(inside), indexes.stream().map(index -> index.definition(this)))
                .collect(Collectors.joining(";\n"));
    }
}
