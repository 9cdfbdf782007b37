package dev.instar.benchmarks.revisions.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Revisions that change rows. */
record RowChanges(GrowingTable table, Draw draw) {

    private static final int VARIANTS = 20;
    private static final int MOST_ROWS = 3;

    Step insert() {
        List<String> codes = new ArrayList<>();
        for (int row = 0; row <= draw.below(MOST_ROWS); row++) {
            codes.add(draw.name("entry"));
        }
        table.codes.addAll(codes);
        return Step.of(insertion(codes), deletion(codes));
    }

    Step delete() {
        if (table.codes.isEmpty()) {
            return insert();
        }
        List<String> codes = List.of(table.codes.remove(draw.below(table.codes.size())));
        return Step.of(deletion(codes), insertion(codes));
    }

    private String insertion(List<String> codes) {
        List<Column> filled = table.columns.stream().filter(Column::isFilled).toList();
        String names = Stream.concat(Stream.of("code"), filled.stream().map(column -> column.name))
                .collect(Collectors.joining(", "));
        String rows = codes.stream()
                .map(code -> Stream.concat(
                                Stream.of("'%s'".formatted(code)),
                                filled.stream().map(column -> column.kind.literal(draw.below(VARIANTS))))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(",\n    "));
        return "INSERT INTO %s (%s) VALUES\n    %s".formatted(table.name(), names, rows);
    }

    private String deletion(List<String> codes) {
        return codes.stream()
                .collect(Collectors.joining("', '", "DELETE FROM %s WHERE code IN ('".formatted(table.name()), "')"));
    }

    /** Fills gaps where there are some, or else replaces one value by another. */
    Step update() {
        Column column = draw.of(table.columns, Column::isFilled).orElseThrow();
        String value = column.kind.literal(draw.below(VARIANTS));
        if (column.gaps) {
            column.gaps = false;
            return Step.of(set(column, value, "IS NULL"), set(column, "NULL", "= " + value));
        }
        String other = column.kind.literal(VARIANTS + draw.below(VARIANTS));
        return Step.of(set(column, other, "= " + value), set(column, value, "= " + other));
    }

    private String set(Column column, String value, String where) {
        return "UPDATE %1$s SET %2$s = %3$s WHERE %2$s %4$s".formatted(table.name(), column.name, value, where);
    }
}
