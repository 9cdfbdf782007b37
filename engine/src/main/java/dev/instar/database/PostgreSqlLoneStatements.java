package dev.instar.database;

import dev.instar.sql.StatementKind;

/** Which of PostgreSQL's statements run alone, and how to find out what became of each. */
final class PostgreSqlLoneStatements {

    private PostgreSqlLoneStatements() {}

    static boolean mustRunAlone(StatementKind kind) {
        return switch (kind) {
            case CREATE_INDEX_CONCURRENTLY,
                    DROP_INDEX_CONCURRENTLY,
                    REINDEX_CONCURRENTLY,
                    REINDEX,
                    REINDEX_DATABASE,
                    DETACH_PARTITION_CONCURRENTLY,
                    VACUUM,
                    CLUSTER_ALL,
                    CREATE_DATABASE,
                    DROP_DATABASE,
                    ALTER_DATABASE_SET_TABLESPACE,
                    CREATE_TABLESPACE,
                    DROP_TABLESPACE,
                    ALTER_SYSTEM,
                    CREATE_SUBSCRIPTION,
                    ALTER_SUBSCRIPTION,
                    DROP_SUBSCRIPTION,
                    DISCARD_ALL,
                    // It could share a transaction, but then nothing in it could use the new value.
                    ALTER_TYPE_ADD_VALUE -> true;
            default -> false;
        };
    }

    static LoneStatement of(StatementKind kind, String statement) {
        return switch (kind) {
            case CREATE_INDEX_CONCURRENTLY -> ConcurrentIndex.read(statement);
            case DROP_INDEX_CONCURRENTLY -> ConcurrentDrop.read(statement);
            case REINDEX_CONCURRENTLY -> ConcurrentReindex.read(statement);
            case DETACH_PARTITION_CONCURRENTLY -> ConcurrentDetach.read(statement);
            case ALTER_TYPE_ADD_VALUE -> NewEnumValue.read(statement);
            case CREATE_DATABASE, CREATE_TABLESPACE, CREATE_SUBSCRIPTION -> NamedObject.created(kind, statement);
            case DROP_DATABASE, DROP_TABLESPACE, DROP_SUBSCRIPTION -> NamedObject.dropped(kind, statement);
            case REINDEX, REINDEX_DATABASE, VACUUM, CLUSTER_ALL, ALTER_SYSTEM -> new Repeatable();
            case DISCARD_ALL -> new SelfDestructive();
            default -> new Unverifiable();
        };
    }
}
