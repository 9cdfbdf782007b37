package dev.instar.autogenerate;

import dev.instar.schema.ObjectId.Kind;
import java.util.EnumSet;
import java.util.Set;

/** What a source can speak of. About everything else it is silent, which is no wish to have it dropped. */
public enum Language {
    /** Aggregates, as of Spring Data JDBC: names of tables and columns, families of types, keys. */
    AGGREGATES(Extent.SHAPE),
    /** Mapped entities, as of JPA: tables with their types, constraints and indexes, sequences and types. */
    ENTITIES(Extent.MAPPED),
    /** Everything. */
    SQL(Extent.TABLES);

    private static final Set<Kind> MAPPABLE =
            EnumSet.of(Kind.TABLE, Kind.CONSTRAINT, Kind.INDEX, Kind.SEQUENCE, Kind.TYPE);

    private final Extent usualExtent;

    Language(Extent usualExtent) {
        this.usualExtent = usualExtent;
    }

    /** How far its word goes unless somebody says otherwise. */
    public Extent usualExtent() {
        return usualExtent;
    }

    boolean speaksOf(Kind kind) {
        return this == SQL || MAPPABLE.contains(kind);
    }

    boolean isMapping() {
        return this != SQL;
    }
}
