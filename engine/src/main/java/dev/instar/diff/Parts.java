package dev.instar.diff;

import dev.instar.schema.Attribute;
import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.Constraint;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectId.Kind;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import dev.instar.schema.View;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an object consists of, which names it occupies, and whom its columns are handed down to. */
final class Parts {

    private static final Set<Kind> NAMED = EnumSet.of(
            Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.INDEX, Kind.SEQUENCE, Kind.TYPE, Kind.DOMAIN);

    private Parts() {}

    /** The object and each of its columns. */
    static List<ObjectPart> of(SchemaObject object) {
        List<ObjectPart> parts = new ArrayList<>();
        parts.add(ObjectPart.whole(object.id()));
        if (object instanceof Table table) {
            for (Column column : table.columns()) {
                parts.add(new ObjectPart(object.id(), column.name()));
            }
        } else if (object instanceof View view) {
            for (Attribute column : view.columns()) {
                parts.add(new ObjectPart(object.id(), column.name()));
            }
        }
        return parts;
    }

    /** Names in a schema that relations, types and the indexes of constraints share. */
    static List<QualifiedName> names(SchemaObject object) {
        ObjectId id = object.id();
        boolean hasIndex = object instanceof Constraint.Key || object instanceof Constraint.Exclusion;
        if (hasIndex) {
            return List.of(id.name().sibling(id.part()));
        }
        return NAMED.contains(id.kind()) ? List.of(id.name()) : List.of();
    }

    /** Its names, and what stands for other things of which there can be only one at a time. */
    static List<QualifiedName> places(SchemaObject object) {
        List<QualifiedName> places = new ArrayList<>(names(object));
        if (object instanceof Table table && table.partition() != null) {
            places.add(partitions(table.partition()));
        }
        if (object instanceof Constraint.Key key && key.primary()) {
            places.add(key.table().sibling(key.table().name() + " primary key"));
        }
        return places;
    }

    /** Stands for what the partitions of a table divide among them: no two can have the same rows at once. */
    static QualifiedName partitions(Table.Partition partition) {
        return partition.of().sibling(partition.of().name() + " partitions");
    }

    /** The tables that get their columns from this one. */
    static List<Table> heirs(Catalog catalog, QualifiedName table) {
        List<Table> heirs = new ArrayList<>();
        for (SchemaObject object : catalog.objects().values()) {
            if (object instanceof Table child && isHeir(child, table)) {
                heirs.add(child);
                heirs.addAll(heirs(catalog, child.name()));
            }
        }
        return heirs;
    }

    private static boolean isHeir(Table child, QualifiedName table) {
        return child.parents().contains(table)
                || child.partition() != null && child.partition().of().equals(table);
    }

    /** A column, there and wherever it is handed down to. */
    static List<ObjectPart> column(Catalog catalog, QualifiedName table, String column) {
        List<ObjectPart> columns = new ArrayList<>(List.of(ObjectPart.column(table, column)));
        heirs(catalog, table).forEach(heir -> columns.add(ObjectPart.column(heir.name(), column)));
        return columns;
    }
}
