package dev.instar.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param type as the server writes it, arguments included
 * @param collation qualified and quoted; {@code null} for the type's own
 * @param defaultValue as the server writes it
 * @param storage {@code null} for the type's own
 * @param compression {@code null} for the server's default
 * @param statistics the statistics target; {@code null} for the server's default
 * @param inherited whether it comes from a parent table, and changes with it
 */
public record Column(
        String name,
        String type,
        @Nullable String collation,
        @Nullable NotNull notNull,
        @Nullable String defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String storage,
        @Nullable String compression,
        @Nullable Integer statistics,
        boolean inherited,
        @Nullable String comment) {

    /**
     * The column holds no null. What the constraint is called, where the server gives it a name, does not count.
     *
     * @param unconfirmed its name as long as the rows that were there are not checked, otherwise {@code null}
     */
    public record NotNull(@Nullable String unconfirmed, boolean noInherit) {}

    /** The column counts by itself. */
    public record Identity(boolean always, Sequence.Options options) {}

    /** The column is computed, when a row is written or when it is read. */
    public record Generated(String expression, boolean stored) {}

    /** The same column, filled by something else when nobody says with what. */
    public Column filledBy(@Nullable String value, @Nullable Identity counting) {
        return new Column(
                name,
                type,
                collation,
                notNull,
                value,
                counting,
                generated,
                storage,
                compression,
                statistics,
                inherited,
                comment);
    }

    /** The same column with another type, in the collation of that type. */
    public Column withType(String other) {
        return new Column(
                name,
                other,
                null,
                notNull,
                defaultValue,
                identity,
                generated,
                storage,
                compression,
                statistics,
                inherited,
                comment);
    }
}
