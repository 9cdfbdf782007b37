package dev.instar.database;

import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.Timing;
import dev.instar.schema.Identifier;
import dev.instar.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** Reads the constraints that tables do not inherit. */
final class ConstraintQuery {

    private static final String CONSTRAINTS = """
            SELECT con.oid, con.conname, con.contype::text AS kind, con.conindid, n.nspname, c.relname,
                   con.condeferrable, con.condeferred, con.convalidated, con.connoinherit,
                   con.conenforced AS enforced, con.conperiod AS period,
                   tn.nspname AS target_schema, t.relname AS target_name,
                   con.confmatchtype::text AS match, con.confupdtype::text AS on_update,
                   con.confdeltype::text AS on_delete,
                   ARRAY(SELECT a.attname::text FROM unnest(con.conkey) WITH ORDINALITY k(number, place)
                           JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.number
                          ORDER BY k.place) AS columns,
                   ARRAY(SELECT a.attname::text FROM unnest(con.confkey) WITH ORDINALITY k(number, place)
                           JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.number
                          ORDER BY k.place) AS target_columns,
                   ARRAY(SELECT a.attname::text FROM unnest(con.confdelsetcols) WITH ORDINALITY k(number, place)
                           JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.number
                          ORDER BY k.place) AS set_columns,
                   ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
                           JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.number
                          WHERE k.place > i.indnkeyatts ORDER BY k.place) AS included,
                   coalesce(i.indnullsnotdistinct, false) AS nulls_not_distinct,
                   ic.reloptions AS options, s.spcname AS tablespace,
                   CASE con.contype WHEN 'c' THEN pg_get_expr(con.conbin, con.conrelid)
                                    WHEN 'x' THEN pg_get_constraintdef(con.oid) END AS definition,
                   d.description AS comment
              FROM pg_constraint con
              JOIN pg_class c ON c.oid = con.conrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_class t ON t.oid = con.confrelid
              LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
              LEFT JOIN pg_index i ON i.indexrelid = con.conindid AND con.contype IN ('p', 'u', 'x')
              LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
              LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
              LEFT JOIN pg_description d
                     ON d.objoid = con.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0
             WHERE con.contype IN ('p', 'u', 'f', 'c', 'x') AND con.conislocal AND con.conparentid = 0
               AND c.relkind IN ('r', 'p') AND c.reloftype = 0 AND c.relnamespace IN (<schemas>)
               AND NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
            """;

    private ConstraintQuery() {}

    static void read(CatalogSession session, CatalogDraft draft) {
        session.query(CONSTRAINTS, row -> {
            Constraint constraint = constraint(row);
            draft.add("pg_constraint", row.oid("oid"), constraint);
            if (!row.name("kind").equals("f")) {
                draft.know("pg_class", row.oid("conindid"), constraint.id());
            }
        });
    }

    private static Constraint constraint(CatalogRow row) throws SQLException {
        QualifiedName table = row.qualified("nspname", "relname");
        String name = row.name("conname");
        return switch (row.name("kind")) {
            case "f" -> foreignKey(row, table, name);
            case "c" ->
                new Constraint.Check(
                        table,
                        name,
                        row.parsed("definition"),
                        row.is("connoinherit"),
                        row.is("convalidated"),
                        row.is("enforced"),
                        row.comment());
            case "x" -> new Constraint.Exclusion(table, name, row.parsed("definition"), row.comment());
            default -> key(row, table, name);
        };
    }

    private static Constraint key(CatalogRow row, QualifiedName table, String name) throws SQLException {
        return new Constraint.Key(
                table,
                name,
                row.name("kind").equals("p"),
                row.list("columns"),
                row.list("included"),
                row.is("nulls_not_distinct"),
                row.is("period"),
                timing(row),
                row.options("options"),
                row.optionalName("tablespace"),
                row.comment());
    }

    private static Constraint foreignKey(CatalogRow row, QualifiedName table, String name) throws SQLException {
        return new Constraint.ForeignKey(
                table,
                name,
                row.list("columns"),
                row.qualified("target_schema", "target_name"),
                row.list("target_columns"),
                row.name("match").equals("f") ? "FULL" : "SIMPLE",
                action(row.name("on_update"), List.of()),
                action(row.name("on_delete"), row.list("set_columns")),
                row.is("period"),
                timing(row),
                row.is("convalidated"),
                row.is("enforced"),
                row.comment());
    }

    private static Timing timing(CatalogRow row) throws SQLException {
        return new Timing(row.is("condeferrable"), row.is("condeferred"));
    }

    private static String action(String letter, List<String> columns) {
        String action = switch (letter) {
            case "r" -> "RESTRICT";
            case "c" -> "CASCADE";
            case "n" -> "SET NULL";
            case "d" -> "SET DEFAULT";
            default -> "NO ACTION";
        };
        return columns.isEmpty() ? action : action + " (" + Identifier.list(columns) + ")";
    }
}
