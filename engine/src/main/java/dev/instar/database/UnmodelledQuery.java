package dev.instar.database;

/** Finds what exists but has no model, so that nobody takes it for absent. */
final class UnmodelledQuery {

    private static final String UNMODELLED = """
            WITH found(class, oid, kind, name) AS (
                SELECT 'pg_class'::regclass, c.oid,
                       CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table of a type' END,
                       format('%I.%I', n.nspname, c.relname)
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.oid IN (<schemas>) AND (c.relkind = 'f' OR c.reloftype <> 0)
                UNION ALL
                SELECT 'pg_proc'::regclass, p.oid, 'aggregate',
                       format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes))
                  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                 WHERE n.oid IN (<schemas>) AND p.prokind = 'a'
                UNION ALL
                SELECT 'pg_type'::regclass, t.oid, CASE t.typtype WHEN 'r' THEN 'range type' ELSE 'base type' END,
                       format('%I.%I', n.nspname, t.typname)
                  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                 WHERE n.oid IN (<schemas>)
                   AND (t.typtype = 'r' OR t.typtype = 'b' AND t.typcategory <> 'A')
                UNION ALL
                SELECT 'pg_rewrite'::regclass, r.oid, 'rule',
                       format('%I on %I.%I', r.rulename, n.nspname, c.relname)
                  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.oid IN (<schemas>) AND r.rulename <> '_RETURN'
                UNION ALL
                SELECT 'pg_statistic_ext'::regclass, s.oid, 'statistics', format('%I.%I', n.nspname, s.stxname)
                  FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
                 WHERE n.oid IN (<schemas>)
                UNION ALL
                SELECT 'pg_operator'::regclass, o.oid, 'operator', format('%I.%s', n.nspname, o.oprname)
                  FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
                 WHERE n.oid IN (<schemas>)
                UNION ALL
                SELECT 'pg_opclass'::regclass, o.oid, 'operator class', format('%I.%I', n.nspname, o.opcname)
                  FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace
                 WHERE n.oid IN (<schemas>)
                UNION ALL
                SELECT 'pg_collation'::regclass, o.oid, 'collation', format('%I.%I', n.nspname, o.collname)
                  FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
                 WHERE n.oid IN (<schemas>)
                UNION ALL
                SELECT 'pg_conversion'::regclass, o.oid, 'conversion', format('%I.%I', n.nspname, o.conname)
                  FROM pg_conversion o JOIN pg_namespace n ON n.oid = o.connamespace
                 WHERE n.oid IN (<schemas>)
                UNION ALL
                SELECT 'pg_ts_config'::regclass, o.oid, 'text search configuration',
                       format('%I.%I', n.nspname, o.cfgname)
                  FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
                 WHERE n.oid IN (<schemas>)
                UNION ALL
                SELECT 'pg_ts_dict'::regclass, o.oid, 'text search dictionary', format('%I.%I', n.nspname, o.dictname)
                  FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace
                 WHERE n.oid IN (<schemas>)
            )
            SELECT kind, name
              FROM found
             WHERE NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = found.class AND x.objid = found.oid AND x.deptype IN ('e', 'i')
                                  AND (x.deptype = 'e' OR found.kind = 'base type'))
            """;

    /** What belongs to the whole database, which a catalog of one schema says nothing about. */
    private static final String UNMODELLED_OF_THE_DATABASE = """
            SELECT kind, name
              FROM (SELECT 'pg_event_trigger'::regclass, oid, 'event trigger', quote_ident(evtname)
                      FROM pg_event_trigger
                    UNION ALL
                    SELECT 'pg_publication'::regclass, oid, 'publication', quote_ident(pubname) FROM pg_publication
                    UNION ALL
                    SELECT 'pg_foreign_server'::regclass, oid, 'foreign server', quote_ident(srvname)
                      FROM pg_foreign_server
                    UNION ALL
                    SELECT 'pg_cast'::regclass, oid, 'cast',
                           format('%s to %s', format_type(castsource, NULL), format_type(casttarget, NULL))
                      FROM pg_cast WHERE oid >= 16384) found(class, oid, kind, name)
             WHERE NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = found.class AND x.objid = found.oid AND x.deptype IN ('e', 'i'))
            """;

    private UnmodelledQuery() {}

    static void read(CatalogSession session, CatalogDraft draft) {
        session.query(UNMODELLED, row -> draft.addUnmodelled(row.name("kind"), row.text("name")));
        if (session.scope().schemas().isEmpty()) {
            session.query(UNMODELLED_OF_THE_DATABASE, row -> draft.addUnmodelled(row.name("kind"), row.text("name")));
        }
    }
}
