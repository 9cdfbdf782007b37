package dev.instar.benchmarks.revisions.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schema as it is after the revisions so far. */
final class GrowingSchema {

    private static final int FEW_TABLES = 5;

    /** Of 410 tables that were created, seven in ten pointed to others, and half had five columns or fewer. */
    private static final int POINTING = 70;

    private static final int MOST_COLUMNS = 4;

    private final List<GrowingTable> tables = new ArrayList<>();
    private final Draw draw;

    GrowingSchema(Draw draw) {
        this.draw = draw;
    }

    /** The steps of one revision, all of them for one table unless it comes or goes among them. */
    List<Step> apply(List<Operation> operations) {
        List<Step> steps = new ArrayList<>();
        GrowingTable table = tables.isEmpty() ? null : draw.of(tables);
        for (Operation operation : operations) {
            int before = tables.size();
            steps.add(table == null || before < FEW_TABLES ? create() : apply(operation, table));
            if (table == null || tables.size() != before) {
                table = tables.get(tables.size() - 1);
            }
        }
        return steps;
    }

    /** Where the operation finds nothing to work on, its opposite stands for it. */
    private Step apply(Operation operation, GrowingTable table) {
        ColumnChanges columns = new ColumnChanges(table, draw);
        TableChanges around = new TableChanges(table, draw);
        RowChanges rows = new RowChanges(table, draw);
        return switch (operation) {
            case TABLE -> create();
            case DROP_TABLE -> drop();
            case SEQUENCE -> sequence();
            case COLUMN -> columns.add();
            case DROP_COLUMN -> columns.drop();
            case RENAME -> columns.rename();
            case ALTER -> columns.alter();
            case INDEX -> around.index();
            case DROP_INDEX -> around.dropIndex();
            case CONSTRAINT -> around.constraint(draw.of(tables));
            case DROP_CONSTRAINT -> around.dropConstraint(draw.of(tables));
            case COMMENT -> around.comment();
            case VIEW -> around.view();
            case FUNCTION -> around.function();
            case INSERT -> rows.insert();
            case UPDATE -> rows.update();
            case DELETE -> rows.delete();
        };
    }

    private Step create() {
        GrowingTable table = new GrowingTable(draw.name("item"));
        ColumnChanges columns = new ColumnChanges(table, draw);
        columns.begin(Kind.TEXT);
        columns.begin(Kind.FLAG);
        for (int more = draw.below(MOST_COLUMNS); more > 0; more--) {
            columns.begin(draw.of(Kind.USUAL));
        }
        if (!tables.isEmpty() && draw.inPercent(POINTING)) {
            columns.begin(Kind.LINK);
            Column link = table.columns.get(table.columns.size() - 1);
            new TableChanges(table, draw).add(new Constraint(draw.name("rule"), link, draw.of(tables)));
        }
        tables.add(table);
        return Step.of(table.definition(), "DROP TABLE " + table.name());
    }

    private Step drop() {
        Optional<GrowingTable> table = draw.of(tables, candidate -> !candidate.needed);
        if (table.isEmpty()) {
            return create();
        }
        tables.remove(table.get());
        return Step.of("DROP TABLE " + table.get().name(), table.get().definition());
    }

    private Step sequence() {
        String name = draw.name("numbers");
        return Step.of("CREATE SEQUENCE %s INCREMENT BY 50".formatted(name), "DROP SEQUENCE " + name);
    }
}
