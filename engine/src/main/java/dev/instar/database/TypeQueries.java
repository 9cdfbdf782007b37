package dev.instar.database;

import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Condition;
import dev.instar.schema.UserType.Domain;
import dev.instar.schema.UserType.Enumeration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads enumerations and domains. Composite types are relations to the server and are read with them. */
final class TypeQueries {

    private static final String CONDITIONS = """
            SELECT con.contypid, con.conname, pg_get_expr(con.conbin, 0) AS expression, con.convalidated
              FROM pg_constraint con
             WHERE con.contypid <> 0 AND con.contype = 'c' AND con.connamespace IN (<schemas>)
             ORDER BY con.conname
            """;

    private static final String TYPES = """
            SELECT t.oid, n.nspname, t.typname, t.typtype = 'e' AS enumeration,
                   ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                       AS labels,
                   format_type(t.typbasetype, t.typtypmod) AS base,
                   CASE WHEN t.typcollation <> b.typcollation
                        THEN CASE cn.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(cn.nspname) || '.' END
                             || quote_ident(c.collname) END AS collation,
                   t.typnotnull, pg_get_expr(t.typdefaultbin, 0) AS default_value, d.description AS comment
              FROM pg_type t
              JOIN pg_namespace n ON n.oid = t.typnamespace
              LEFT JOIN pg_type b ON b.oid = t.typbasetype
              LEFT JOIN pg_collation c ON c.oid = t.typcollation
              LEFT JOIN pg_namespace cn ON cn.oid = c.collnamespace
              LEFT JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_type'::regclass AND d.objsubid = 0
             WHERE t.typtype IN ('e', 'd') AND t.typnamespace IN (<schemas>)
               AND NOT EXISTS (SELECT FROM pg_depend x
                                WHERE x.classid = 'pg_type'::regclass AND x.objid = t.oid AND x.deptype = 'e')
            """;

    private final Map<Long, List<Condition>> conditions = new HashMap<>();

    void read(CatalogSession session, CatalogDraft draft) {
        session.query(
                CONDITIONS,
                row -> conditions
                        .computeIfAbsent(row.oid("contypid"), domain -> new ArrayList<>())
                        .add(new Condition(row.name("conname"), row.parsed("expression"), row.is("convalidated"))));
        session.query(TYPES, row -> draft.add("pg_type", row.oid("oid"), type(row)));
    }

    private UserType type(CatalogRow row) throws SQLException {
        if (row.is("enumeration")) {
            return new Enumeration(row.qualified("nspname", "typname"), row.list("labels"), row.comment());
        }
        return new Domain(
                row.qualified("nspname", "typname"),
                row.text("base"),
                row.optional("collation"),
                row.is("typnotnull"),
                row.optionalParsed("default_value"),
                List.copyOf(conditions.getOrDefault(row.oid("oid"), List.of())),
                row.comment());
    }
}
