package dev.instar.benchmarks.revisions.history;

import java.util.Optional;

/** Revisions that change what stands around the columns of a table. */
record TableChanges(GrowingTable table, Draw draw) {

    Step index() {
        Column column = draw.of(table.columns);
        column.used = true;
        Index index = new Index(draw.name("idx"), column);
        table.indexes.add(index);
        return Step.of(index.definition(table), "DROP INDEX " + index.name());
    }

    Step dropIndex() {
        if (table.indexes.isEmpty()) {
            return index();
        }
        Index index = table.indexes.remove(draw.below(table.indexes.size()));
        return Step.of("DROP INDEX " + index.name(), index.definition(table));
    }

    /** The column points to the other table if it can, or else is checked. */
    Step constraint(GrowingTable other) {
        Optional<Column> link = draw.of(table.columns, column -> !column.isFilled() && !column.used);
        Column column =
                link.orElseGet(() -> draw.of(table.columns, Column::isFilled).orElseThrow());
        return constraint(new Constraint(draw.name("rule"), column, link.isPresent() ? other : null));
    }

    private Step constraint(Constraint constraint) {
        add(constraint);
        return Step.of(table.alter("ADD " + constraint.definition()), dropped(constraint));
    }

    void add(Constraint constraint) {
        constraint.column().used = true;
        if (constraint.target() != null) {
            constraint.target().needed = true;
        }
        table.constraints.add(constraint);
    }

    Step dropConstraint(GrowingTable other) {
        if (table.constraints.isEmpty()) {
            return constraint(other);
        }
        Constraint constraint = table.constraints.remove(draw.below(table.constraints.size()));
        return Step.of(dropped(constraint), table.alter("ADD " + constraint.definition()));
    }

    private String dropped(Constraint constraint) {
        return table.alter("DROP CONSTRAINT " + constraint.name());
    }

    Step comment() {
        String target = "COMMENT ON COLUMN %s.%s IS ".formatted(table.name(), draw.of(table.columns).name);
        return Step.of(target + "'What it is, and who sets it.'", target + "NULL");
    }

    Step view() {
        table.needed = true;
        String name = draw.name("view");
        return Step.of(
                "CREATE VIEW %s AS SELECT id, changed_at FROM %s WHERE id > 0".formatted(name, table.name()),
                "DROP VIEW " + name);
    }

    Step function() {
        table.needed = true;
        String name = draw.name("touch");
        return Step.of(
                """
                CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    NEW.changed_at := now();
                    RETURN NEW;
                END;
                $$;
                CREATE TRIGGER %1$s BEFORE UPDATE ON %2$s FOR EACH ROW EXECUTE FUNCTION %1$s()""".formatted(name, table.name()),
                "DROP TRIGGER %1$s ON %2$s;\nDROP FUNCTION %1$s()".formatted(name, table.name()));
    }
}
