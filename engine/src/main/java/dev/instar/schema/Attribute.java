package dev.instar.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a view or of a composite type.
 *
 * @param type as the server writes it
 * @param collation qualified and quoted; {@code null} for the type's own
 */
public record Attribute(
        String name,
        String type,
        @Nullable String collation,
        @Nullable String comment) {}
