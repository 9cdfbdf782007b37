package dev.instar.sql;

/** What the leading words of a statement say it does. What follows from that is for others to decide. */
public enum StatementKind {
    /** {@code BEGIN}, {@code START TRANSACTION}, {@code COMMIT}, {@code ROLLBACK}, {@code PREPARE TRANSACTION}, ... */
    TRANSACTION_CONTROL,
    /** {@code SAVEPOINT}, {@code RELEASE} and {@code ROLLBACK TO}: the transaction goes on. */
    SAVEPOINT,
    /** Takes its data from the lines that follow it. */
    COPY_FROM_STDIN,
    COPY_TO_STDOUT,
    CREATE_INDEX_CONCURRENTLY,
    DROP_INDEX_CONCURRENTLY,
    REINDEX_CONCURRENTLY,
    /** Of an index or a table. */
    REINDEX,
    /** Of a schema, the database or the system catalogs. */
    REINDEX_DATABASE,
    DETACH_PARTITION_CONCURRENTLY,
    VACUUM,
    /** {@code CLUSTER} without a table. */
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
    ALTER_TYPE_ADD_VALUE,
    CALL,
    /** An anonymous code block. */
    DO,
    /** Returns rows: {@code SELECT}, {@code VALUES}, {@code TABLE}, {@code WITH ... SELECT}, {@code EXPLAIN}, {@code SHOW}. */
    QUERY,
    /** {@code INSERT}, {@code UPDATE}, {@code DELETE}, {@code MERGE}, with or without {@code WITH}; {@code COPY} from a file. */
    DATA,
    /** Any other {@code CREATE}, {@code ALTER}, {@code DROP}, {@code GRANT}, {@code COMMENT}, {@code TRUNCATE}, ... */
    DEFINITION,
    /** {@code SET} and {@code RESET}. */
    SETTING,
    OTHER;

    /** Classifies the text of one statement; comments before and between the words do not matter. */
    public static StatementKind of(String text) {
        return StatementClassifier.kindOf(StatementWords.of(text));
    }
}
