package dev.instar.database;

import dev.instar.schema.Routine;

/** Reads functions and procedures. */
final class RoutineQueries {

    private static final String ROUTINES = """
            SELECT p.oid, n.nspname, p.proname, p.prokind = 'p' AS procedure,
                   oidvectortypes(p.proargtypes) AS signature,
                   pg_get_function_arguments(p.oid) AS arguments,
                   coalesce(pg_get_function_result(p.oid), '') AS result,
                   pg_get_functiondef(p.oid) AS definition, d.description AS comment
              FROM pg_proc p
              JOIN pg_namespace n ON n.oid = p.pronamespace
              LEFT JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass AND d.objsubid = 0
             WHERE p.prokind IN ('f', 'p', 'w') AND p.pronamespace IN (<schemas>)
               AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass AND x.objid = p.oid
                                  AND x.deptype IN ('e', 'i'))
            """;

    private RoutineQueries() {}

    static void read(CatalogSession session, CatalogDraft draft) {
        session.query(
                ROUTINES,
                row -> draft.add(
                        "pg_proc",
                        row.oid("oid"),
                        new Routine(
                                row.qualified("nspname", "proname"),
                                row.text("signature"),
                                row.is("procedure"),
                                row.text("arguments"),
                                row.text("result"),
                                row.text("definition"),
                                row.comment())));
    }
}
