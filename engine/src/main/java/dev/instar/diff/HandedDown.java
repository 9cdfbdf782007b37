package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.ObjectId;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a change to a column of a parent does to its children. */
record HandedDown(Catalog before, Catalog after) {

    /** The wanted catalog once these tables have taken over what their parents hand down; heirs may have heirs. */
    Catalog followedBy(Set<ObjectId> heirs) {
        List<SchemaObject> objects = new ArrayList<>(after.objects().values());
        objects.replaceAll(
                object -> object instanceof Table table && heirs.contains(table.id()) ? followed(table) : object);
        Catalog followed = Catalog.of(objects, after.dependencies(), after.unmodelled());
        return followed.equals(after) ? after : new HandedDown(before, followed).followedBy(heirs);
    }

    private Table followed(Table table) {
        return table.withColumns(table.columns().stream()
                .map(column -> effective(table, table, column))
                .toList());
    }

    /** The column as it is once its parent's has changed. */
    Column effective(Table old, Table wanted, Column column) {
        Column oldParent = byParent(before, old, column.name());
        Column newParent = byParent(after, wanted, column.name());
        if (!column.inherited() || oldParent == null || newParent == null) {
            return column;
        }
        boolean retyped = !oldParent.type().equals(newParent.type());
        return new Column(
                column.name(),
                retyped ? newParent.type() : column.type(),
                follow(column.collation(), oldParent.collation(), newParent.collation()),
                follow(column.notNull(), oldParent.notNull(), newParent.notNull()),
                isDefaultReset(oldParent, newParent)
                        ? newParent.defaultValue()
                        : follow(column.defaultValue(), oldParent.defaultValue(), newParent.defaultValue()),
                column.identity(),
                follow(column.generated(), oldParent.generated(), newParent.generated()),
                follow(column.storage(), oldParent.storage(), newParent.storage()),
                follow(column.compression(), oldParent.compression(), newParent.compression()),
                follow(column.statistics(), oldParent.statistics(), newParent.statistics()),
                true,
                column.comment());
    }

    /** Around a change of type a default is taken off and set again, for the children as for the parent. */
    private static boolean isDefaultReset(Column before, Column after) {
        return TypeChange.isNeeded(before, after) && (before.defaultValue() != null || after.defaultValue() != null);
    }

    private static <T> @Nullable T follow(@Nullable T own, @Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? own : after;
    }

    /** The column of the first parent that has it. */
    @Nullable
    Column byParent(Catalog catalog, Table table, String column) {
        Table.Partition partition = table.partition();
        for (QualifiedName name : partition == null ? table.parents() : List.of(partition.of())) {
            Table parent = catalog.table(name);
            Column handed = parent == null ? null : parent.columns().find(column);
            if (handed != null) {
                return handed;
            }
        }
        return null;
    }

    /** What a child gets that does not say anything: identity and comment stay with the parent. */
    static Column asInherited(Column parents) {
        return new Column(
                parents.name(),
                parents.type(),
                parents.collation(),
                parents.notNull(),
                parents.defaultValue(),
                null,
                parents.generated(),
                parents.storage(),
                parents.compression(),
                null,
                true,
                null);
    }
}
