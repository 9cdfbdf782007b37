package dev.instar.benchmarks.revisions.history;

/** What a statement is for. */
enum Operation {
    TABLE,
    SEQUENCE,
    COLUMN,
    INDEX,
    CONSTRAINT,
    COMMENT,
    VIEW,
    FUNCTION,
    ALTER,
    RENAME,
    INSERT,
    UPDATE,
    DELETE,
    DROP_TABLE,
    DROP_COLUMN,
    DROP_INDEX,
    DROP_CONSTRAINT
}
