package dev.instar.database;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.Sequence;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads sequences, and keeps apart those that belong to identity columns. */
final class SequenceQuery {

    private static final String SEQUENCES = """
            SELECT c.oid, n.nspname, c.relname, format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement,
                   s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                   o.deptype = 'i' AS identity, o.refobjid AS owner, o.refobjsubid AS owner_column,
                   tn.nspname AS table_schema, t.relname AS table_name, a.attname AS column_name,
                   d.description AS comment
              FROM pg_sequence s
              JOIN pg_class c ON c.oid = s.seqrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.objsubid = 0
                    AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
              LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
              LEFT JOIN pg_class t ON t.oid = o.refobjid
              LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
              LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
             WHERE c.relnamespace IN (<schemas>)
               AND NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
            """;

    private final Map<Long, Map<Integer, Sequence.Options>> identities = new HashMap<>();

    void read(CatalogSession session, CatalogDraft draft) {
        session.query(SEQUENCES, row -> {
            Sequence.Options options = options(row);
            if (row.is("identity")) {
                identities
                        .computeIfAbsent(row.oid("owner"), first -> new HashMap<>())
                        .put(row.number("owner_column"), options);
            } else {
                draft.add(
                        "pg_class",
                        row.oid("oid"),
                        new Sequence(row.qualified("nspname", "relname"), options, owner(row), row.comment()));
            }
        });
    }

    Sequence.@Nullable Options identity(long table, int column) {
        return identities.getOrDefault(table, Map.of()).get(column);
    }

    private static @Nullable ObjectPart owner(CatalogRow row) throws SQLException {
        return row.oid("owner") == 0
                ? null
                : ObjectPart.column(row.qualified("table_schema", "table_name"), row.name("column_name"));
    }

    private static Sequence.Options options(CatalogRow row) throws SQLException {
        return new Sequence.Options(
                row.name("type"),
                row.big("seqstart"),
                row.big("seqincrement"),
                row.big("seqmin"),
                row.big("seqmax"),
                row.big("seqcache"),
                row.is("seqcycle"));
    }
}
