package dev.instar.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence; those behind identity columns are part of the column. Where it stands is data, not structure.
 *
 * @param ownedBy the column it disappears with
 */
public record Sequence(
        QualifiedName name,
        Options options,
        @Nullable ObjectPart ownedBy,
        @Nullable String comment) implements SchemaObject {

    /** How a sequence counts. */
    public record Options(String type, long start, long increment, long min, long max, long cache, boolean cycle) {}

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectId.Kind.SEQUENCE, name);
    }

    /** The same sequence, owned by another column or by none. */
    public Sequence ownedBy(@Nullable ObjectPart column) {
        return new Sequence(name, options, column, comment);
    }

    /** The same sequence under another name. */
    public Sequence named(QualifiedName other) {
        return new Sequence(other, options, ownedBy, comment);
    }
}
