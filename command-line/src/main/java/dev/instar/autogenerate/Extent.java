package dev.instar.autogenerate;

/** How far the word of a source goes where the database has more than the source wants. */
public enum Extent {
    /** Tables, columns, families of types and keys; what else the database has is its own business. */
    SHAPE,
    /**
     * What a mapping says, and what follows from it. Indexes, constraints and defaults that somebody wrote by hand, and
     * a mapping need not mention, stay.
     */
    MAPPED,
    /** Everything about the tables that the source knows. Other tables stay. */
    TABLES,
    /** Everything: what the source does not want is dropped. */
    EVERYTHING
}
