package dev.instar.database;

import dev.instar.sql.StatementKind;
import java.util.EnumSet;
import java.util.Set;

/** Which of PostgreSQL's statements run alone, and how to find out what became of each. */
final class PostgreSqlLoneStatements {

    private static final Set<StatementKind> ALONE = EnumSet.of(
            StatementKind.CREATE_INDEX_CONCURRENTLY,
            StatementKind.DROP_INDEX_CONCURRENTLY,
            StatementKind.REINDEX_CONCURRENTLY,
            StatementKind.REINDEX,
            StatementKind.REINDEX_DATABASE,
            StatementKind.DETACH_PARTITION_CONCURRENTLY,
            StatementKind.VACUUM,
            StatementKind.CLUSTER_ALL,
            StatementKind.CREATE_DATABASE,
            StatementKind.DROP_DATABASE,
            StatementKind.ALTER_DATABASE_SET_TABLESPACE,
            StatementKind.CREATE_TABLESPACE,
            StatementKind.DROP_TABLESPACE,
            StatementKind.ALTER_SYSTEM,
            StatementKind.CREATE_SUBSCRIPTION,
            StatementKind.ALTER_SUBSCRIPTION,
            StatementKind.DROP_SUBSCRIPTION,
            StatementKind.DISCARD_ALL,
            // It could share a transaction, but then nothing in it could use the new value.
            StatementKind.ALTER_TYPE_ADD_VALUE);

    private static final Set<StatementKind> CREATING = EnumSet.of(
            StatementKind.CREATE_DATABASE, StatementKind.CREATE_TABLESPACE, StatementKind.CREATE_SUBSCRIPTION);
    private static final Set<StatementKind> DROPPING =
            EnumSet.of(StatementKind.DROP_DATABASE, StatementKind.DROP_TABLESPACE, StatementKind.DROP_SUBSCRIPTION);
    private static final Set<StatementKind> REPEATABLE = EnumSet.of(
            StatementKind.REINDEX,
            StatementKind.REINDEX_DATABASE,
            StatementKind.VACUUM,
            StatementKind.CLUSTER_ALL,
            StatementKind.ALTER_SYSTEM);

    private PostgreSqlLoneStatements() {}

    static boolean mustRunAlone(StatementKind kind) {
        return ALONE.contains(kind);
    }

    static LoneStatement of(StatementKind kind, String statement) {
        if (kind == StatementKind.CREATE_INDEX_CONCURRENTLY) {
            return ConcurrentIndex.read(statement);
        }
        if (kind == StatementKind.DROP_INDEX_CONCURRENTLY) {
            return ConcurrentDrop.read(statement);
        }
        if (kind == StatementKind.REINDEX_CONCURRENTLY) {
            return ConcurrentReindex.read(statement);
        }
        if (kind == StatementKind.DETACH_PARTITION_CONCURRENTLY) {
            return ConcurrentDetach.read(statement);
        }
        if (kind == StatementKind.ALTER_TYPE_ADD_VALUE) {
            return Existence.ofValue(statement);
        }
        if (CREATING.contains(kind)) {
            return Existence.of(kind, statement, true);
        }
        if (DROPPING.contains(kind)) {
            return Existence.of(kind, statement, false);
        }
        if (REPEATABLE.contains(kind)) {
            // Once more changes nothing.
            return (session, moment, memo) -> Finding.doneIf(moment == Moment.AFTER_SUCCESS);
        }
        return new Unverifiable();
    }
}
