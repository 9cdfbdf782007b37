package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Adds a column to a table that exists. */
record AddColumn(QualifiedName table, Column column) implements Change {

    @Override
    public DropColumn reverse() {
        return new DropColumn(table, column);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.column(table, column.name());
    }

    @Override
    public String action() {
        return "add";
    }

    @Override
    public List<String> sql() {
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE %s ADD COLUMN %s".formatted(table, ColumnSql.definition(column)));
        statements.addAll(ColumnSql.afterwards(table, column));
        return List.copyOf(statements);
    }

    @Override
    public List<Requirement> requirements() {
        boolean filled = column.defaultValue() != null || column.identity() != null || column.generated() != null;
        return column.notNull() == null || filled
                ? List.of()
                : List.of(new Requirement(
                        "Column %s is NOT NULL and has no default, so the table must be empty."
                                .formatted(subject().toString().substring("column ".length())),
                        "SELECT NOT EXISTS (SELECT FROM %s)".formatted(table),
                        List.of(ObjectPart.whole(Table.id(table)))));
    }
}
