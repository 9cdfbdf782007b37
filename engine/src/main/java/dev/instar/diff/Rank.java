package dev.instar.diff;

import dev.instar.schema.ObjectId;

/** Where a change usually has its place; what depends on what comes before that. */
enum Rank {
    DROP_RULE,
    DROP_VIEW,
    DROP_CONSTRAINT,
    DROP_INDEX,
    SCHEMA,
    EXTENSION,
    TYPE,
    SEQUENCE,
    TABLE,
    COLUMN,
    CHANGED_COLUMN,
    SEQUENCE_OWNER,
    ROUTINE,
    CONSTRAINT,
    INDEX,
    TABLE_SETTING,
    VIEW,
    RULE,
    COMMENT,
    DROP_COLUMN,
    DROP_TABLE,
    DROP_ROUTINE,
    DROP_SEQUENCE,
    DROP_TYPE,
    DROP_SCHEMA;

    static Rank ofCreating(ObjectId.Kind kind) {
        return switch (kind) {
            case SCHEMA -> SCHEMA;
            case EXTENSION -> EXTENSION;
            case TYPE, DOMAIN -> TYPE;
            case SEQUENCE -> SEQUENCE;
            case ROUTINE -> ROUTINE;
            case TABLE -> TABLE;
            case CONSTRAINT -> CONSTRAINT;
            case INDEX -> INDEX;
            case VIEW, MATERIALIZED_VIEW -> VIEW;
            case TRIGGER, POLICY -> RULE;
        };
    }

    static Rank ofDropping(ObjectId.Kind kind) {
        return switch (kind) {
            case SCHEMA, EXTENSION -> DROP_SCHEMA;
            case TYPE, DOMAIN -> DROP_TYPE;
            case SEQUENCE -> DROP_SEQUENCE;
            case ROUTINE -> DROP_ROUTINE;
            case TABLE -> DROP_TABLE;
            case CONSTRAINT -> DROP_CONSTRAINT;
            case INDEX -> DROP_INDEX;
            case VIEW, MATERIALIZED_VIEW -> DROP_VIEW;
            case TRIGGER, POLICY -> DROP_RULE;
        };
    }
}
