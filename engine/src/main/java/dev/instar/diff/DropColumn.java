package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops a column of a table that stays. */
record DropColumn(QualifiedName table, Column column) implements Change {

    @Override
    public AddColumn reverse() {
        return new AddColumn(table, column);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.column(table, column.name());
    }

    @Override
    public String action() {
        return "drop";
    }

    @Override
    public List<String> sql() {
        return List.of("ALTER TABLE %s DROP COLUMN %s".formatted(table, Identifier.quote(column.name())));
    }

    @Override
    public @Nullable String loss() {
        return column.generated() == null ? "all values of " + table + "." + Identifier.quote(column.name()) : null;
    }
}
