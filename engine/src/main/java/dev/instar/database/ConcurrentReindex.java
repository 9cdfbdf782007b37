package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;
import java.util.List;

/**
 * {@code REINDEX ... CONCURRENTLY}: interrupted, it leaves behind an invalid index named {@code _ccnew} or {@code
 * _ccold}. It can be run again when that is gone.
 */
final class ConcurrentReindex implements LoneStatement {

    /** With its partitions, of which each is done by itself. */
    private static final String TABLE = """
            i.indrelid IN (SELECT coalesce(part.relid, named.id)
                             FROM to_regclass(?) AS named (id)
                             LEFT JOIN LATERAL pg_partition_tree(named.id) part ON true)
            """.strip();

    private static final String INDEX = TABLE.replace(
            "to_regclass(?)", "(SELECT indrelid::regclass FROM pg_index WHERE indexrelid = to_regclass(?))");
    private static final String SCHEMA = "n.nspname = (parse_ident(?))[1]::name";
    private static final String EVERYTHING = "?::text IS NOT NULL";

    private final String scope;
    private final String name;

    private ConcurrentReindex(String scope, String name) {
        this.scope = scope;
        this.name = name;
    }

    static LoneStatement read(String statement) {
        ClauseReader reader = new ClauseReader(statement);
        reader.skip("reindex");
        reader.skipParentheses();
        String scope = reader.skip("index")
                ? INDEX
                : reader.skip("table") ? TABLE : reader.skip("schema") ? SCHEMA : EVERYTHING;
        if (scope.equals(EVERYTHING)) {
            reader.name();
        }
        reader.skip("concurrently");
        ObjectName name = reader.name();
        return new ConcurrentReindex(scope, name == null ? "" : name.text());
    }

    /** The list of a table's partitions is made with a lock on each of them that makes writers wait. */
    @Override
    public boolean waitsQuietly(Session session) {
        return !(scope.equals(TABLE) || scope.equals(INDEX))
                || !session.finds("SELECT 1 FROM pg_class WHERE oid = to_regclass(?) AND relkind IN ('p', 'I')", name);
    }

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        if (moment == Moment.BEFORE || moment == Moment.AFTER_SUCCESS) {
            return Finding.doneIf(moment == Moment.AFTER_SUCCESS);
        }
        List<String> leftOver = leftOver(session);
        return leftOver.isEmpty()
                ? Finding.TO_RUN
                : Finding.toRepair(
                        "It left behind the invalid index %s.".formatted(String.join(", ", leftOver)),
                        leftOver.stream()
                                .map(index -> "DROP INDEX CONCURRENTLY IF EXISTS " + index)
                                .toList());
    }

    private List<String> leftOver(Session session) {
        return session.texts("""
                SELECT format('%%I.%%I', n.nspname, c.relname)
                  FROM pg_index i
                  JOIN pg_class c ON c.oid = i.indexrelid
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relname ~ '_cc(new|old)[0-9]*$'
                   AND n.nspname <> 'pg_toast' AND %s
                 ORDER BY 1
                """.formatted(scope), name);
    }
}
