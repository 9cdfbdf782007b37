package dev.instar.schema;

import org.jspecify.annotations.Nullable;

/** A schema. */
public record Namespace(String name, @Nullable String comment) implements SchemaObject {

    @Override
    public ObjectId id() {
        return id(name);
    }

    /** What the schema of this name is called in a catalog. */
    public static ObjectId id(String name) {
        return ObjectId.of(ObjectId.Kind.SCHEMA, QualifiedName.global(name));
    }
}
