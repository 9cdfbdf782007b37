package dev.instar.schema;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a table must be. Constraints that a table inherits follow from its parent and are not listed;
 * "not null" is part of the column.
 */
public sealed interface Constraint extends SchemaObject {

    /** The table whose rows it is about. */
    QualifiedName table();

    /** What it is called within its table. */
    String name();

    /** Whether the rows that were there when it was created were checked. */
    default boolean valid() {
        return true;
    }

    @Override
    default ObjectId id() {
        return id(table(), name());
    }

    /** What a constraint of a table is called in a catalog. */
    static ObjectId id(QualifiedName table, String name) {
        return new ObjectId(ObjectId.Kind.CONSTRAINT, table, name);
    }

    @Override
    default QualifiedName owner() {
        return table();
    }

    /** The same constraint under another name. */
    Constraint named(String other);

    /** When a constraint is checked. */
    record Timing(boolean deferrable, boolean initiallyDeferred) {}

    /**
     * A primary key or a unique constraint.
     *
     * @param include columns that its index carries along
     * @param withoutOverlaps whether the last column is a range that must not overlap
     * @param options storage parameters of its index
     */
    record Key(
            QualifiedName table,
            String name,
            boolean primary,
            List<String> columns,
            List<String> include,
            boolean nullsNotDistinct,
            boolean withoutOverlaps,
            Timing timing,
            SortedMap<String, String> options,
            @Nullable String tablespace,
            @Nullable String comment)
            implements Constraint {

        @Override
        public Key named(String other) {
            return new Key(
                    table,
                    other,
                    primary,
                    columns,
                    include,
                    nullsNotDistinct,
                    withoutOverlaps,
                    timing,
                    options,
                    tablespace,
                    comment);
        }
    }

    /**
     * A reference to rows of a table.
     *
     * @param match {@code SIMPLE} or {@code FULL}
     * @param onDelete the action, as a statement writes it, with the columns it sets
     * @param period whether the last column is a range
     */
    record ForeignKey(
            QualifiedName table,
            String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            String match,
            String onUpdate,
            String onDelete,
            boolean period,
            Timing timing,
            boolean valid,
            boolean enforced,
            @Nullable String comment)
            implements Constraint {

        @Override
        public ForeignKey named(String other) {
            return new ForeignKey(
                    table,
                    other,
                    columns,
                    target,
                    targetColumns,
                    match,
                    onUpdate,
                    onDelete,
                    period,
                    timing,
                    valid,
                    enforced,
                    comment);
        }
    }

    /** A condition; the expression is as the server writes it. */
    record Check(
            QualifiedName table,
            String name,
            String expression,
            boolean noInherit,
            boolean valid,
            boolean enforced,
            @Nullable String comment)
            implements Constraint {

        @Override
        public Check named(String other) {
            return new Check(table, other, expression, noInherit, valid, enforced, comment);
        }
    }

    /** No two rows may be alike in this way; the definition is as the server writes it. */
    record Exclusion(
            QualifiedName table,
            String name,
            String definition,
            @Nullable String comment) implements Constraint {

        @Override
        public Exclusion named(String other) {
            return new Exclusion(table, other, definition, comment);
        }
    }
}
