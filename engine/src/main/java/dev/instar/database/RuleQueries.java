package dev.instar.database;

import dev.instar.schema.Policy;
import dev.instar.schema.Trigger;
import java.sql.SQLException;

/** Reads what happens or is allowed when rows are touched: triggers and policies. */
final class RuleQueries {

    private static final String TRIGGERS = """
            SELECT g.oid, n.nspname, c.relname, g.tgname, pg_get_triggerdef(g.oid) AS definition,
                   CASE g.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
                                    WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END AS firing,
                   d.description AS comment
              FROM pg_trigger g
              JOIN pg_class c ON c.oid = g.tgrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_description d
                     ON d.objoid = g.oid AND d.classoid = 'pg_trigger'::regclass AND d.objsubid = 0
             WHERE NOT g.tgisinternal AND g.tgparentid = 0 AND c.relkind IN ('r', 'p', 'v') AND c.reloftype = 0
               AND c.relnamespace IN (<schemas>)
               AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.deptype = 'e'
                                  AND (x.classid = 'pg_class'::regclass AND x.objid = c.oid
                                    OR x.classid = 'pg_trigger'::regclass AND x.objid = g.oid))
            """;

    private static final String POLICIES = """
            SELECT p.oid, n.nspname, c.relname, p.polname, p.polpermissive,
                   CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                 WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
                   ARRAY(SELECT CASE r.id WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r.id)) END
                           FROM unnest(p.polroles) r(id) ORDER BY 1) AS roles,
                   pg_get_expr(p.polqual, p.polrelid) AS using_expression,
                   pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression, d.description AS comment
              FROM pg_policy p
              JOIN pg_class c ON c.oid = p.polrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_description d
                     ON d.objoid = p.oid AND d.classoid = 'pg_policy'::regclass AND d.objsubid = 0
             WHERE c.relkind IN ('r', 'p') AND c.reloftype = 0 AND c.relnamespace IN (<schemas>)
               AND NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
            """;

    private RuleQueries() {}

    static void read(CatalogSession session, CatalogDraft draft) {
        session.query(TRIGGERS, row -> draft.add("pg_trigger", row.oid("oid"), trigger(row)));
        session.query(POLICIES, row -> draft.add("pg_policy", row.oid("oid"), policy(row)));
    }

    private static Trigger trigger(CatalogRow row) throws SQLException {
        return new Trigger(
                row.qualified("nspname", "relname"),
                row.name("tgname"),
                row.parsed("definition"),
                row.name("firing"),
                row.comment());
    }

    private static Policy policy(CatalogRow row) throws SQLException {
        return new Policy(
                row.qualified("nspname", "relname"),
                row.name("polname"),
                row.is("polpermissive"),
                row.name("command"),
                row.list("roles"),
                row.optionalParsed("using_expression"),
                row.optionalParsed("check_expression"),
                row.comment());
    }
}
