package dev.instar.schema;

import org.jspecify.annotations.Nullable;

/**
 * A function or a procedure. Aggregates are not modelled.
 *
 * @param signature the types of the arguments that identify it
 * @param arguments names, modes, types and defaults, as the server writes them
 * @param result what it returns; empty for a procedure
 * @param definition the whole {@code CREATE OR REPLACE} statement, as the server writes it
 */
public record Routine(
        QualifiedName name,
        String signature,
        boolean procedure,
        String arguments,
        String result,
        String definition,
        @Nullable String comment)
        implements SchemaObject {

    @Override
    public ObjectId id() {
        return new ObjectId(ObjectId.Kind.ROUTINE, name, signature);
    }
}
