package dev.instar.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows whom may see or write.
 *
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles as a statement writes them, in alphabetical order
 */
public record Policy(
        QualifiedName table,
        String name,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String check,
        @Nullable String comment)
        implements SchemaObject {

    @Override
    public ObjectId id() {
        return new ObjectId(ObjectId.Kind.POLICY, table, name);
    }

    @Override
    public QualifiedName owner() {
        return table;
    }
}
