package dev.instar.diff;

import dev.instar.schema.ObjectId.Kind;
import java.util.List;

/** Where a change usually has its place; what depends on what comes before that. */
enum Rank {
    DROP_RULE(true, Kind.TRIGGER, Kind.POLICY),
    DROP_VIEW(true, Kind.VIEW, Kind.MATERIALIZED_VIEW),
    DROP_CONSTRAINT(true, Kind.CONSTRAINT),
    DROP_INDEX(true, Kind.INDEX),
    DROP_PARTITION(true),
    PARTITION(false),
    SCHEMA(false, Kind.SCHEMA),
    EXTENSION(false, Kind.EXTENSION),
    TYPE(false, Kind.TYPE, Kind.DOMAIN),
    SEQUENCE(false, Kind.SEQUENCE),
    TABLE(false, Kind.TABLE),
    COLUMN(false),
    CHANGED_COLUMN(false),
    SEQUENCE_OWNER(false),
    ROUTINE(false, Kind.ROUTINE),
    CONSTRAINT(false, Kind.CONSTRAINT),
    INDEX(false, Kind.INDEX),
    TABLE_SETTING(false),
    VIEW(false, Kind.VIEW, Kind.MATERIALIZED_VIEW),
    RULE(false, Kind.TRIGGER, Kind.POLICY),
    COMMENT(false),
    DROP_COLUMN(true),
    DROP_TABLE(true, Kind.TABLE),
    DROP_ROUTINE(true, Kind.ROUTINE),
    DROP_SEQUENCE(true, Kind.SEQUENCE),
    DROP_TYPE(true, Kind.TYPE, Kind.DOMAIN),
    DROP_SCHEMA(true, Kind.SCHEMA, Kind.EXTENSION);

    private final boolean drops;
    private final List<Kind> kinds;

    Rank(boolean drops, Kind... kinds) {
        this.drops = drops;
        this.kinds = List.of(kinds);
    }

    /** Where objects of a kind are dropped, or else created and changed. */
    static Rank of(Kind kind, boolean drops) {
        for (Rank rank : values()) {
            if (rank.drops == drops && rank.kinds.contains(kind)) {
                return rank;
            }
        }
        throw new IllegalArgumentException(kind.words());
    }
}
