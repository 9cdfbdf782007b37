package dev.instar.schema;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A view or a materialized view.
 *
 * @param definition the query, as the server writes it
 * @param tablespace where a materialized view is kept; {@code null} for the database's own
 */
public record View(
        QualifiedName name,
        boolean materialized,
        List<Attribute> columns,
        String definition,
        SortedMap<String, String> options,
        @Nullable String tablespace,
        @Nullable String comment)
        implements SchemaObject {

    @Override
    public ObjectId id() {
        return ObjectId.of(materialized ? ObjectId.Kind.MATERIALIZED_VIEW : ObjectId.Kind.VIEW, name);
    }
}
