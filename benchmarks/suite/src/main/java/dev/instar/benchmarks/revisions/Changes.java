package dev.instar.benchmarks.revisions;

import dev.instar.benchmarks.revisions.history.History;
import dev.instar.benchmarks.revisions.history.Step;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sets of revisions that are generated. */
public final class Changes {

    private static final int COLUMNS_PER_TABLE = 10;

    private Changes() {}

    /** A table and an index on it, each. */
    public static List<Change> tables(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Changes::table).toList();
    }

    /** The smallest there are, one statement each: mostly a column, and now and then a table for those that follow. */
    public static List<Change> columns(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Changes::column).toList();
    }

    private static Change column(int number) {
        int before = (number - 1) % COLUMNS_PER_TABLE;
        String table = "item_%05d".formatted(number - before);
        if (before == 0) {
            String upgrade = "CREATE TABLE %s (id bigint, name varchar(120));\n".formatted(table);
            return new Change(number, "add_" + table, upgrade, "DROP TABLE %s;\n".formatted(table));
        }
        String column = "detail_%05d".formatted(number);
        return new Change(
                number,
                "add_" + column,
                "ALTER TABLE %s ADD COLUMN %s varchar(120);\n".formatted(table, column),
                "ALTER TABLE %s DROP COLUMN %s;\n".formatted(table, column));
    }

    private static Change table(int number) {
        String table = "item_%05d".formatted(number);
        String upgrade = """
                -- What is ordered, and by whom.
                CREATE TABLE %1$s (
                    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    name        varchar(120) NOT NULL,
                    status      varchar(20) NOT NULL DEFAULT 'new',
                    amount      numeric(12, 2),
                    created_at  timestamp with time zone NOT NULL DEFAULT now()
                );

                CREATE INDEX %1$s_name_idx ON %1$s (name);
                """.formatted(table);
        return new Change(number, "add_" + table, upgrade, "DROP TABLE %s;\n".formatted(table));
    }

    /** Revisions as a service gathers them over the years, most of which change what is there. */
    public static List<Change> history(int count) {
        History history = new History();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> change(number, history.next()))
                .toList();
    }

    private static Change change(int number, List<Step> steps) {
        StringBuilder upgrade = new StringBuilder("-- Because somebody asked for it.\n");
        StringBuilder downgrade = new StringBuilder();
        for (Step step : steps) {
            upgrade.append(step.upgrade());
            downgrade.insert(0, step.downgrade());
        }
        return new Change(number, "change_%05d".formatted(number), upgrade.toString(), downgrade.toString());
    }

    /** One revision of many small statements. */
    public static List<Change> manyStatements(int statements) {
        String upgrade = "CREATE TABLE price (id integer PRIMARY KEY, name text, amount numeric);\n"
                + IntStream.range(1, statements)
                        .mapToObj("INSERT INTO price VALUES (%1$d, 'It''s article %1$d; or so', %1$d.25);\n"::formatted)
                        .collect(Collectors.joining());
        return List.of(new Change(1, "many_statements", upgrade, "DROP TABLE price;\n"));
    }

    /** One revision with many rows behind a {@code COPY}. */
    public static List<Change> copy(int megabytes) {
        StringBuilder upgrade = new StringBuilder(megabytes << 20)
                .append("CREATE TABLE reading (id integer, at timestamp, place text, remark text);\n")
                .append("COPY reading (id, at, place, remark) FROM stdin;\n");
        for (int row = 1; upgrade.length() < megabytes << 20; row++) {
            upgrade.append(row)
                    .append("\t2026-01-01 00:00:00\tplace ")
                    .append(row % 997)
                    .append("\tnothing out of the ordinary was seen here, as on most days\n");
        }
        return List.of(new Change(1, "readings", upgrade.append("\\.\n").toString(), "DROP TABLE reading;\n"));
    }
}
