package dev.instar.database;

import dev.instar.schema.Column;
import dev.instar.schema.Column.Generated;
import dev.instar.schema.Column.Identity;
import dev.instar.schema.Column.NotNull;
import dev.instar.schema.Sequence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the columns of everything that has columns. */
final class ColumnQueries {

    private static final String COLUMNS = """
            SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type,
                   CASE WHEN a.attcollation <> t.typcollation
                        THEN CASE cn.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(cn.nspname) || '.' END
                             || quote_ident(co.collname) END AS collation,
                   a.attnotnull, nn.conname AS not_null_name, nn.convalidated AS not_null_valid,
                   nn.connoinherit AS not_null_alone,
                   pg_get_expr(ad.adbin, ad.adrelid) AS expression, a.attidentity::text AS identity,
                   a.attgenerated::text AS generated,
                   CASE WHEN a.attstorage <> t.typstorage AND c.relkind IN ('r', 'p') THEN
                        CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'
                                          ELSE 'EXTENDED' END END AS storage,
                   CASE a.attcompression::text WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                   NULLIF(a.attstattarget::integer, -1) AS statistics,
                   a.attinhcount > 0 AS inherited, d.description AS comment
              FROM pg_attribute a
              JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
              LEFT JOIN pg_collation co ON co.oid = a.attcollation
              LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
              LEFT JOIN pg_constraint nn
                     ON nn.contype = 'n' AND nn.conrelid = a.attrelid AND nn.conkey = ARRAY[a.attnum]
              LEFT JOIN pg_description d
                     ON d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
             WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'c')
               AND c.relnamespace IN (<schemas>)
             ORDER BY a.attrelid, a.attnum
            """;

    private final SequenceQuery sequences = new SequenceQuery();
    private final Map<Long, List<Column>> columns = new HashMap<>();

    void read(CatalogSession session, CatalogDraft draft) {
        sequences.read(session, draft);
        session.query(COLUMNS, row -> {
            long table = row.oid("attrelid");
            draft.knowColumn(table, row.number("attnum"), row.name("attname"));
            columns.computeIfAbsent(table, relation -> new ArrayList<>()).add(column(row));
        });
    }

    List<Column> of(long relation) {
        return columns.getOrDefault(relation, List.of());
    }

    private Column column(CatalogRow row) throws SQLException {
        String expression = row.optionalParsed("expression");
        String generated = row.name("generated");
        return new Column(
                row.name("attname"),
                row.text("type"),
                row.optional("collation"),
                row.is("attnotnull") ? notNull(row) : null,
                generated.isEmpty() ? expression : null,
                identity(row),
                expression == null || generated.isEmpty() ? null : new Generated(expression, generated.equals("s")),
                row.optionalName("storage"),
                row.optionalName("compression"),
                row.optionalName("statistics") == null ? null : Integer.valueOf(row.number("statistics")),
                row.is("inherited"),
                row.comment());
    }

    private static NotNull notNull(CatalogRow row) throws SQLException {
        boolean unconfirmed = row.optionalName("not_null_name") != null && !row.is("not_null_valid");
        return new NotNull(unconfirmed ? row.name("not_null_name") : null, row.is("not_null_alone"));
    }

    private @Nullable Identity identity(CatalogRow row) throws SQLException {
        Sequence.Options options = sequences.identity(row.oid("attrelid"), row.number("attnum"));
        return row.name("identity").isEmpty() || options == null
                ? null
                : new Identity(row.name("identity").equals("a"), options);
    }
}
