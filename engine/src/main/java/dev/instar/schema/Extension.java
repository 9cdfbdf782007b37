package dev.instar.schema;

import org.jspecify.annotations.Nullable;

/**
 * An installed extension. What it brought along is not part of a catalog.
 *
 * @param schema where its objects are
 */
public record Extension(String name, String schema, String version) implements SchemaObject {

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectId.Kind.EXTENSION, QualifiedName.global(name));
    }

    @Override
    public @Nullable String comment() {
        return null;
    }
}
