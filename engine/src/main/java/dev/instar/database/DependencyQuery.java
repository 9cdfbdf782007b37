package dev.instar.database;

/** Reads what cannot exist without what. The server's intermediaries (row types, rules, defaults, conditions) are looked through. */
final class DependencyQuery {

    private static final String DEPENDENCIES = """
            SELECT CASE WHEN r.oid IS NOT NULL OR ad.oid IS NOT NULL THEN 'pg_class'
                        WHEN dc.oid IS NOT NULL THEN 'pg_type' ELSE d.classid::regclass::text END AS kind,
                   coalesce(r.ev_class, ad.adrelid, dc.contypid, d.objid) AS oid,
                   CASE WHEN r.oid IS NOT NULL THEN 0 ELSE coalesce(ad.adnum, d.objsubid) END AS number,
                   d.refclassid::regclass::text AS on_kind,
                   coalesce(array_type.typelem, d.refobjid) AS on_oid, d.refobjsubid AS on_number
              FROM pg_depend d
              LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
              LEFT JOIN pg_attrdef ad ON d.classid = 'pg_attrdef'::regclass AND ad.oid = d.objid
              LEFT JOIN pg_constraint dc
                     ON d.classid = 'pg_constraint'::regclass AND dc.oid = d.objid AND dc.contypid <> 0
              LEFT JOIN pg_type array_type
                     ON d.refclassid = 'pg_type'::regclass AND array_type.oid = d.refobjid
                    AND array_type.typcategory = 'A' AND array_type.typelem <> 0
             WHERE d.deptype IN ('n', 'a') AND d.refobjid >= 16384 AND d.objid >= 16384
               AND d.refclassid <> 'pg_namespace'::regclass
            """;

    private DependencyQuery() {}

    static void read(CatalogSession session, CatalogDraft draft) {
        session.query(
                DEPENDENCIES,
                row -> draft.addDependency(
                        draft.part(row.name("kind"), row.oid("oid"), row.number("number")),
                        draft.part(row.name("on_kind"), row.oid("on_oid"), row.number("on_number"))));
    }
}
