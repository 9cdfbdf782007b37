package dev.instar.database;

import dev.instar.schema.Extension;
import dev.instar.schema.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads schemas and extensions, and decides which schemas are read any further. */
final class NamespaceQueries {

    private static final String SCHEMAS = """
            SELECT n.oid, n.nspname, NULLIF(d.description, 'standard public schema') AS comment,
                   EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid
                              AND e.deptype = 'e') AS of_extension
              FROM pg_namespace n
              LEFT JOIN pg_description d
                     ON d.objoid = n.oid AND d.classoid = 'pg_namespace'::regclass AND d.objsubid = 0
             WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    private static final String EXTENSIONS = """
            SELECT e.oid, e.extname, n.nspname, e.extversion
              FROM pg_extension e
              JOIN pg_namespace n ON n.oid = e.extnamespace
             WHERE e.extname <> 'plpgsql'
            """;

    private static final String MEMBERS = """
            SELECT classid::regclass::text AS kind, objid, refobjid
              FROM pg_depend
             WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
            """;

    private NamespaceQueries() {}

    static void read(CatalogSession session, CatalogDraft draft) {
        readSchemas(session, draft);
        session.query(
                EXTENSIONS,
                row -> draft.add(
                        "pg_extension",
                        row.oid("oid"),
                        new Extension(
                                row.name("extname"),
                                session.scope().schema(row.name("nspname")),
                                row.name("extversion"))));
        session.query(MEMBERS, row -> {
            var extension = draft.part("pg_extension", row.oid("refobjid"), 0);
            if (extension != null) {
                draft.know(row.name("kind"), row.oid("objid"), extension.object());
            }
        });
    }

    private static void readSchemas(CatalogSession session, CatalogDraft draft) {
        Map<String, Namespace> byName = new HashMap<>();
        Map<String, Long> covered = new HashMap<>();
        session.query(SCHEMAS, row -> {
            String name = row.name("nspname");
            byName.put(name, new Namespace(name, row.comment()));
            if (session.scope().covers(name) && !row.is("of_extension")) {
                covered.put(name, row.oid("oid"));
            }
        });
        covered.forEach((name, oid) ->
                draft.add("pg_namespace", oid, shown(byName, session.scope().schema(name))));
        List<Long> oids = new ArrayList<>(covered.values());
        session.limitTo(oids);
    }

    /** A scratch schema has the comment of the schema it stands for, so that it never differs in that. */
    private static Namespace shown(Map<String, Namespace> byName, String name) {
        Namespace namespace = byName.get(name);
        return new Namespace(name, namespace == null ? null : namespace.comment());
    }
}
