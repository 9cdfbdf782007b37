package dev.instar.database;

import dev.instar.schema.Index;
import dev.instar.sql.Brackets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the indexes that belong neither to a constraint nor to the index of a partitioned table. */
final class IndexQuery {

    private static final String INDEXES = """
            SELECT i.indexrelid, n.nspname, ic.relname, tn.nspname AS table_schema, t.relname AS table_name,
                   i.indisunique, am.amname,
                   substr(pg_get_indexdef(i.indexrelid), 1 + length(format('CREATE %sINDEX %I ON %s%I.%I USING %I (',
                       CASE WHEN i.indisunique THEN 'UNIQUE ' END, ic.relname,
                       CASE WHEN ic.relkind = 'I' THEN 'ONLY ' END, tn.nspname, t.relname, am.amname))) AS definition,
                   ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, false)
                           FROM generate_series(1, i.indnkeyatts) k ORDER BY k) AS keys,
                   ARRAY(SELECT a.attname::text
                           FROM generate_series(i.indnkeyatts + 1, i.indnatts) k
                           JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k - 1]
                          ORDER BY k) AS included,
                   coalesce(i.indnullsnotdistinct, false) AS nulls_not_distinct,
                   pg_get_expr(i.indpred, i.indrelid) AS predicate,
                   ic.reloptions AS options, s.spcname AS tablespace, i.indisvalid, d.description AS comment
              FROM pg_index i
              JOIN pg_class ic ON ic.oid = i.indexrelid
              JOIN pg_namespace n ON n.oid = ic.relnamespace
              JOIN pg_class t ON t.oid = i.indrelid
              JOIN pg_namespace tn ON tn.oid = t.relnamespace
              JOIN pg_am am ON am.oid = ic.relam
              LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
              LEFT JOIN pg_description d
                     ON d.objoid = ic.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
             WHERE t.relkind IN ('r', 'p', 'm') AND t.reloftype = 0 AND t.relnamespace IN (<schemas>)
               AND NOT ic.relispartition
               AND NOT EXISTS (SELECT FROM pg_constraint con
                                WHERE con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x'))
               AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_class'::regclass
                                  AND x.objid IN (ic.oid, t.oid) AND x.deptype = 'e')
            """;

    private IndexQuery() {}

    static void read(CatalogSession session, CatalogDraft draft) {
        session.query(INDEXES, row -> draft.add("pg_class", row.oid("indexrelid"), index(row)));
    }

    private static Index index(CatalogRow row) throws SQLException {
        return new Index(
                row.qualified("nspname", "relname"),
                row.qualified("table_schema", "table_name"),
                row.is("indisunique"),
                row.name("amname"),
                keys(row.parsed("definition"), row.parsedList("keys")),
                row.list("included"),
                row.is("nulls_not_distinct"),
                row.optionalParsed("predicate"),
                row.options("options"),
                row.optionalName("tablespace"),
                row.is("indisvalid"),
                row.comment());
    }

    /**
     * The keys with everything that is said about each. The server tells the column or expression of a key by itself, but
     * collation, operator class and order only within the whole definition.
     *
     * @param definition from the first key on
     */
    private static List<String> keys(String definition, List<String> bareKeys) {
        List<String> keys = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bareKeys.size(); i++) {
            int behind = from + bareKeys.get(i).length();
            int end = i + 1 < bareKeys.size()
                    ? definition.indexOf(", " + bareKeys.get(i + 1), behind)
                    : Brackets.closing(definition, behind);
            keys.add(definition.substring(from, end));
            from = end + 2;
        }
        if (from > definition.length() + 1) {
            throw new IllegalStateException("The definition of an index ends within its keys: " + definition);
        }
        return List.copyOf(keys);
    }
}
