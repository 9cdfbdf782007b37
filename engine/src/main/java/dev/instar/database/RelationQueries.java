package dev.instar.database;

import dev.instar.schema.Attribute;
import dev.instar.schema.Column;
import dev.instar.schema.Columns;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Composite;
import dev.instar.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads tables, views, materialized views and composite types, with their columns. */
final class RelationQueries {

    private static final String RELATIONS = """
            SELECT c.oid, c.reltype, n.nspname, c.relname, c.relkind::text AS kind,
                   c.relpersistence = 'u' AS unlogged, c.relrowsecurity, c.relforcerowsecurity,
                   CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
                        WHEN 'i' THEN coalesce((SELECT 'USING INDEX ' || quote_ident(ri.relname)
                                                  FROM pg_index i JOIN pg_class ri ON ri.oid = i.indexrelid
                                                 WHERE i.indrelid = c.oid AND i.indisreplident), 'NOTHING')
                        ELSE 'DEFAULT' END AS replica_identity,
                   NULLIF(am.amname, 'heap') AS access_method, s.spcname AS tablespace,
                   c.reloptions || ARRAY(SELECT 'toast.' || o FROM pg_class toast, unnest(toast.reloptions) o
                                          WHERE toast.oid = c.reltoastrelid) AS options,
                   CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
                   CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound,
                   ARRAY(SELECT unnest(ARRAY[pn.nspname::text, pc.relname::text])
                           FROM pg_inherits h
                           JOIN pg_class pc ON pc.oid = h.inhparent
                           JOIN pg_namespace pn ON pn.oid = pc.relnamespace
                          WHERE h.inhrelid = c.oid ORDER BY h.inhseqno) AS parents,
                   CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
                   d.description AS comment
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_am am ON am.oid = c.relam
              LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
              LEFT JOIN pg_description d ON d.objsubid = 0 AND
                        (d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND c.relkind <> 'c' OR
                         d.objoid = c.reltype AND d.classoid = 'pg_type'::regclass AND c.relkind = 'c')
             WHERE c.relkind IN ('r', 'p', 'v', 'm', 'c') AND c.reloftype = 0 AND c.relnamespace IN (<schemas>)
               AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.objid IN (c.oid, c.reltype) AND x.deptype = 'e'
                                  AND x.classid IN ('pg_class'::regclass, 'pg_type'::regclass))
            """;

    private RelationQueries() {}

    static void read(CatalogSession session, CatalogDraft draft) {
        ColumnQueries columns = new ColumnQueries();
        columns.read(session, draft);
        session.query(RELATIONS, row -> {
            long oid = row.oid("oid");
            SchemaObject relation = relation(row, columns.of(oid));
            draft.add("pg_class", oid, relation);
            draft.know("pg_type", row.oid("reltype"), relation.id());
        });
    }

    private static SchemaObject relation(CatalogRow row, List<Column> columns) throws SQLException {
        QualifiedName name = row.qualified("nspname", "relname");
        return switch (row.name("kind")) {
            case "c" -> new Composite(name, attributes(columns), row.comment());
            case "v", "m" ->
                new View(
                        name,
                        row.name("kind").equals("m"),
                        attributes(columns),
                        row.parsed("definition"),
                        row.options("options"),
                        row.optionalName("tablespace"),
                        row.comment());
            default -> table(row, name, columns);
        };
    }

    private static Table table(CatalogRow row, QualifiedName name, List<Column> columns) throws SQLException {
        List<QualifiedName> parents = parents(row);
        String bound = row.optional("bound");
        return new Table(
                name,
                new Columns(columns),
                bound == null ? parents : List.of(),
                row.optionalParsed("partition_key"),
                bound == null ? null : new Table.Partition(parents.get(0), bound),
                row.options("options"),
                settings(row),
                row.comment());
    }

    private static Table.Settings settings(CatalogRow row) throws SQLException {
        return new Table.Settings(
                row.is("unlogged"),
                row.is("relrowsecurity"),
                row.is("relforcerowsecurity"),
                row.name("replica_identity"),
                row.optionalName("access_method"),
                row.optionalName("tablespace"));
    }

    private static List<QualifiedName> parents(CatalogRow row) throws SQLException {
        List<String> names = row.list("parents");
        List<QualifiedName> parents = new ArrayList<>();
        for (int i = 0; i < names.size(); i += 2) {
            parents.add(new QualifiedName(names.get(i), names.get(i + 1)));
        }
        return List.copyOf(parents);
    }

    private static List<Attribute> attributes(List<Column> columns) {
        return columns.stream()
                .map(column -> new Attribute(column.name(), column.type(), column.collation(), column.comment()))
                .toList();
    }
}
