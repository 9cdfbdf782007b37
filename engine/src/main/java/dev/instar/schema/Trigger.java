package dev.instar.schema;

import org.jspecify.annotations.Nullable;

/**
 * A trigger of a table or a view.
 *
 * @param definition the whole statement, as the server writes it
 * @param firing when it fires: {@code ENABLE}, {@code DISABLE}, {@code ENABLE REPLICA} or {@code ENABLE ALWAYS}
 */
public record Trigger(
        QualifiedName table,
        String name,
        String definition,
        String firing,
        @Nullable String comment) implements SchemaObject {

    @Override
    public ObjectId id() {
        return new ObjectId(ObjectId.Kind.TRIGGER, table, name);
    }

    @Override
    public QualifiedName owner() {
        return table;
    }
}
