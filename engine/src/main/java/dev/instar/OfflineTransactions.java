package dev.instar;

import dev.instar.sql.StatementKind;
import java.util.EnumSet;
import java.util.Set;

/** Tells which statements the server refuses inside a transaction. */
final class OfflineTransactions {

    private static final Set<StatementKind> ALONE = EnumSet.of(
            StatementKind.CREATE_INDEX_CONCURRENTLY,
            StatementKind.DROP_INDEX_CONCURRENTLY,
            StatementKind.REINDEX_CONCURRENTLY,
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
            StatementKind.DROP_SUBSCRIPTION,
            StatementKind.DISCARD_ALL);

    private OfflineTransactions() {}

    static boolean runsAlone(StatementKind kind) {
        return ALONE.contains(kind);
    }
}
