package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change to a column of a parent does to its children. */
record HandedDown(Catalog before, Catalog after) {

    /** The column as it is once its parent's has changed. */
    Column effective(Table old, Table wanted, Column column) {
        Column oldParent = byParent(before, old, column.name());
        Column newParent = byParent(after, wanted, column.name());
        if (!column.inherited() || oldParent == null || newParent == null) {
            return column;
        }
        Follower follow = new Follower(column, oldParent, newParent);
        return new Column(
                column.name(),
                follow.always(Column::type),
                follow.optional(Column::collation),
                follow.optional(Column::notNull),
                follow.optional(Column::defaultValue),
                follow.optional(Column::identity),
                follow.optional(Column::generated),
                follow.optional(Column::storage),
                follow.optional(Column::compression),
                follow.optional(Column::statistics),
                true,
                column.comment());
    }

    private record Follower(Column column, Column before, Column after) {

        <T> T always(Function<Column, T> aspect) {
            return aspect.apply(before).equals(aspect.apply(after)) ? aspect.apply(column) : aspect.apply(after);
        }

        <T> @Nullable T optional(Function<Column, @Nullable T> aspect) {
            T changed = aspect.apply(after);
            return Objects.equals(aspect.apply(before), changed) ? aspect.apply(column) : changed;
        }
    }

    /** The column of the first parent that has it. */
    @Nullable
    Column byParent(Catalog catalog, Table table, String column) {
        Table.Partition partition = table.partition();
        Stream<QualifiedName> parents = partition == null ? table.parents().stream() : Stream.of(partition.of());
        return parents.map(catalog::table)
                .filter(Objects::nonNull)
                .map(parent -> parent.columns().find(column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What a child gets that does not say anything: identity and comment stay with the parent. */
    static Column asInherited(Column parents) {
        return new Column(
                parents.name(),
                parents.type(),
                parents.collation(),
                parents.notNull(),
                parents.defaultValue(),
                parents.identity(),
                parents.generated(),
                parents.storage(),
                parents.compression(),
                null,
                true,
                null);
    }
}
