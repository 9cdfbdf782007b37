package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes to objects as a whole: that they come, go, get another name, or belong to something else. */
final class Changes {

    private Changes() {}

    /**
     * Creates an object, and a table with the constraints that are written within its definition.
     *
     * @param before what there was of this name; what it demanded of rows they are like already
     */
    static Change create(SchemaObject object, List<Constraint> constraints, @Nullable SchemaObject before) {
        return new Change(
                ObjectPart.whole(object.id()),
                "create",
                Ddl.create(object, constraints),
                object.equals(before) ? List.of() : Requirements.ofNew(object),
                null,
                () -> drop(object, constraints));
    }

    static Change drop(SchemaObject object, List<Constraint> constraints) {
        return new Change(
                ObjectPart.whole(object.id()),
                "drop",
                List.of(Ddl.drop(object)),
                List.of(),
                loss(object),
                () -> create(object, constraints, null));
    }

    /** Drops a table that other tables refer to by the one that it is a partition of. */
    static Change dropPartition(Table table, List<Constraint> constraints) {
        List<String> statements =
                new ArrayList<>(partition(table.name(), table.partition(), null).sql());
        statements.add(Ddl.drop(table));
        return new Change(
                ObjectPart.whole(table.id()),
                "drop",
                statements,
                List.of(),
                loss(table),
                () -> create(table, constraints, null));
    }

    private static @Nullable String loss(SchemaObject object) {
        if (object instanceof Table table) {
            return "all rows of " + table.name();
        }
        return object instanceof Sequence sequence && sequence.ownedBy() == null
                ? "the position of " + sequence.name()
                : null;
    }

    /** Gives something another name. Rows stay, and everything that refers to it follows. */
    static Change rename(Rename rename) {
        ObjectPart from = rename.from();
        ObjectId object = from.object();
        if (from.isWhole()) {
            return rename(rename, from, "", Identifier.quote(rename.to()), rename(object));
        }
        if (object.kind() == ObjectId.Kind.TABLE) {
            String column = "ALTER TABLE " + object.name() + " RENAME COLUMN " + Identifier.quote(from.column());
            return rename(rename, from, "", Identifier.quote(rename.to()), column);
        }
        String value = Identifier.literal(from.column());
        return rename(
                rename,
                ObjectPart.whole(object),
                "value " + value + " ",
                Identifier.literal(rename.to()),
                "ALTER TYPE " + object.name() + " RENAME VALUE " + value);
    }

    private static Change rename(Rename rename, ObjectPart subject, String what, String to, String statement) {
        return new Change(
                subject,
                "rename " + what + "to " + to,
                List.of(statement + " TO " + to),
                () -> rename(rename.reverse()));
    }

    private static String rename(ObjectId object) {
        return object.kind() == ObjectId.Kind.CONSTRAINT
                ? "ALTER TABLE " + object.name() + " RENAME CONSTRAINT " + Identifier.quote(object.part())
                : "ALTER " + Ddl.keyword(object.kind()) + " " + object.name() + " RENAME";
    }

    /** Changes what {@code COMMENT ON} says of an object, or of one of its columns. */
    static Change comment(SchemaObject object, String column, @Nullable String before, @Nullable String after) {
        return new Change(
                new ObjectPart(object.id(), column),
                "comment",
                List.of(Ddl.comment(object, column, after)),
                () -> comment(object, column, after, before));
    }

    /** Makes a table a partition, a partition a table of its own, or a partition another one. Its rows stay. */
    static Change partition(QualifiedName table, Table.@Nullable Partition before, Table.@Nullable Partition after) {
        List<String> statements = new ArrayList<>();
        if (before != null) {
            statements.add("ALTER TABLE " + before.of() + " DETACH PARTITION " + table);
        }
        if (after != null) {
            statements.add("ALTER TABLE " + after.of() + " ATTACH PARTITION " + table + " " + after.bound());
        }
        return new Change(
                ObjectPart.whole(Table.id(table)),
                after == null ? "detach" : "attach",
                statements,
                () -> partition(table, after, before));
    }

    /** Changes which tables a table inherits from. */
    static Change inheritance(QualifiedName table, List<QualifiedName> before, List<QualifiedName> after) {
        List<String> statements = new ArrayList<>();
        for (QualifiedName parent : before) {
            if (!after.contains(parent)) {
                statements.add("ALTER TABLE " + table + " NO INHERIT " + parent);
            }
        }
        for (QualifiedName parent : after) {
            if (!before.contains(parent)) {
                statements.add("ALTER TABLE " + table + " INHERIT " + parent);
            }
        }
        return new Change(
                ObjectPart.whole(Table.id(table)),
                "change inheritance",
                statements,
                () -> inheritance(table, after, before));
    }

    /** Changes which column a sequence disappears with. */
    static Change owner(QualifiedName sequence, @Nullable ObjectPart before, @Nullable ObjectPart after) {
        String owner = after == null ? "NONE" : after.object().name() + "." + Identifier.quote(after.column());
        return new Change(
                ObjectPart.whole(ObjectId.of(ObjectId.Kind.SEQUENCE, sequence)),
                "change owner",
                List.of("ALTER SEQUENCE " + sequence + " OWNED BY " + owner),
                () -> owner(sequence, after, before));
    }
}
