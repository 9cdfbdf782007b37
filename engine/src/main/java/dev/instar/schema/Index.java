package dev.instar.schema;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that does not belong to a constraint.
 *
 * @param table the table or materialized view
 * @param keys column or expression, collation, operator class, order and place of nulls, as the server writes them
 * @param include columns that it carries along
 * @param predicate which rows it holds; {@code null} for all
 * @param valid whether queries may use it; a failed concurrent build leaves one that is not
 */
public record Index(
        QualifiedName name,
        QualifiedName table,
        boolean unique,
        String method,
        List<String> keys,
        List<String> include,
        boolean nullsNotDistinct,
        @Nullable String predicate,
        SortedMap<String, String> options,
        @Nullable String tablespace,
        boolean valid,
        @Nullable String comment)
        implements SchemaObject {

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectId.Kind.INDEX, name);
    }

    @Override
    public QualifiedName owner() {
        return table;
    }

    /** The same index under another name. */
    public Index named(QualifiedName other) {
        return new Index(
                other,
                table,
                unique,
                method,
                keys,
                include,
                nullsNotDistinct,
                predicate,
                options,
                tablespace,
                valid,
                comment);
    }
}
