package dev.instar.benchmarks.revisions.history;

import java.util.Optional;

/** Revisions that change the columns of a table. */
record ColumnChanges(GrowingTable table, Draw draw) {

    private static final int WITH_STANDARD = 30;
    private static final int REQUIRED = 50;

    /** What is altered about a column, as often as it was found: type, NOT NULL, DEFAULT, and no longer NOT NULL. */
    private static final int TYPES = 26;

    private static final int REQUIREMENTS = 24;
    private static final int STANDARDS = 14;
    private static final int RELAXATIONS = 9;

    /** A column that is there when the table is created. */
    void begin(Kind kind) {
        Column column = new Column(kind, draw.name(kind.word()));
        column.required = column.isFilled() && draw.inPercent(REQUIRED);
        table.columns.add(column);
    }

    Step add() {
        Kind kind = draw.of(Kind.USUAL);
        Column column = new Column(kind, draw.name(kind.word()));
        if (column.isFilled() && draw.inPercent(WITH_STANDARD)) {
            column.standard = kind.literal(0);
            column.required = draw.inPercent(REQUIRED);
        }
        column.gaps = column.isFilled() && column.standard == null && !table.codes.isEmpty();
        table.columns.add(column);
        return Step.of(table.alter("ADD COLUMN " + column.definition()), table.alter("DROP COLUMN " + column.name));
    }

    /** A column that comes back has a value in each row, so that everything before it can be taken back too. */
    Step drop() {
        Optional<Column> found = draw.of(table.columns, column -> column.isFilled() && !column.used);
        if (found.isEmpty() || table.columns.size() < 3) {
            return add();
        }
        Column column = found.get();
        table.columns.remove(column);
        String standard = column.standard == null ? " DEFAULT " + column.kind.literal(0) : "";
        String back = table.alter("ADD COLUMN " + column.definition() + standard);
        return Step.of(
                table.alter("DROP COLUMN " + column.name),
                column.standard == null ? back + ";\n" + altered(column, "DROP DEFAULT") : back);
    }

    Step rename() {
        Column column = draw.of(table.columns);
        String before = column.name;
        column.name = draw.name(column.kind.word());
        String rename = "RENAME COLUMN %s TO %s";
        return Step.of(
                table.alter(rename.formatted(before, column.name)), table.alter(rename.formatted(column.name, before)));
    }

    Step alter() {
        int which = draw.below(TYPES + REQUIREMENTS + STANDARDS + RELAXATIONS);
        Optional<Step> step = which < TYPES
                ? draw.of(table.columns, column -> column.kind.canWiden() && !column.widened)
                        .map(this::widen)
                : which < TYPES + REQUIREMENTS
                        ? draw.of(table.columns, column -> column.isFilled() && !column.required && !column.gaps)
                                .map(this::require)
                        : which < TYPES + REQUIREMENTS + RELAXATIONS
                                ? draw.of(table.columns, column -> column.required)
                                        .map(this::relax)
                                : Optional.empty();
        return step.orElseGet(this::standard);
    }

    private Step widen(Column column) {
        String before = column.type();
        column.widened = true;
        return Step.of(altered(column, "TYPE " + column.type()), altered(column, "TYPE " + before));
    }

    private Step require(Column column) {
        column.required = true;
        return Step.of(altered(column, "SET NOT NULL"), altered(column, "DROP NOT NULL"));
    }

    private Step relax(Column column) {
        column.required = false;
        return Step.of(altered(column, "DROP NOT NULL"), altered(column, "SET NOT NULL"));
    }

    private Step standard() {
        Column column = draw.of(table.columns, Column::isFilled).orElseThrow();
        String without = altered(column, "DROP DEFAULT");
        String before = column.standard == null ? without : altered(column, "SET DEFAULT " + column.standard);
        column.standard = column.standard == null ? column.kind.literal(1) : null;
        return Step.of(column.standard == null ? without : altered(column, "SET DEFAULT " + column.standard), before);
    }

    private String altered(Column column, String change) {
        return table.alter("ALTER COLUMN %s %s".formatted(column.name, change));
    }
}
