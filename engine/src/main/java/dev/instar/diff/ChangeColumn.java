package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes a column in place. */
record ChangeColumn(QualifiedName table, Column before, Column after) implements Change {

    @Override
    public ChangeColumn reverse() {
        return new ChangeColumn(table, after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.column(table, after.name());
    }

    @Override
    public String action() {
        return TypeChange.isNeeded(before, after) ? "change type to " + after.type() : "change";
    }

    @Override
    public List<String> sql() {
        return ColumnChangeSql.of(this, TypeChange.isNeeded(before, after));
    }

    @Override
    public List<Requirement> requirements() {
        return ColumnRequirements.of(this);
    }

    @Override
    public @Nullable String loss() {
        return TypeChange.isNeeded(before, after) ? TypeChange.loss(subject(), before, after) : null;
    }
}
