package dev.instar.sample;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything a schema holds, each object as one line, in an order that does not depend on when it was created. */
record Catalog(List<String> objects) {

    static Catalog of(DataSource dataSource) {
        return new Catalog(
                JdbcClient.create(dataSource).sql("""
                        WITH here AS (SELECT current_schema()::regnamespace AS oid)
                        SELECT format('relation %s %s', c.relkind, c.relname) FROM pg_class c, here
                        WHERE c.relnamespace = here.oid AND c.relkind <> 'i'
                        UNION ALL
                        SELECT format('column %s.%s %s not null %s default %s identity %s', c.relname, a.attname,
                                      format_type(a.atttypid, a.atttypmod), a.attnotnull,
                                      pg_get_expr(d.adbin, d.adrelid), a.attidentity)
                        FROM here JOIN pg_class c ON c.relnamespace = here.oid AND c.relkind IN ('r', 'v', 'm', 'p')
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                        UNION ALL
                        SELECT format('constraint %s on %s %s', k.conname, k.conrelid::regclass,
                                      pg_get_constraintdef(k.oid))
                        FROM pg_constraint k, here WHERE k.connamespace = here.oid
                        UNION ALL
                        SELECT format('index %s', pg_get_indexdef(i.indexrelid))
                        FROM here JOIN pg_class c ON c.relnamespace = here.oid JOIN pg_index i ON i.indexrelid = c.oid
                        UNION ALL
                        SELECT format('view %s %s', v.viewname, v.definition) FROM pg_views v
                        WHERE v.schemaname = current_schema()
                        UNION ALL
                        SELECT format('function %s', pg_get_functiondef(p.oid)) FROM pg_proc p, here
                        WHERE p.pronamespace = here.oid
                        UNION ALL
                        SELECT format('trigger %s', pg_get_triggerdef(t.oid))
                        FROM here JOIN pg_class c ON c.relnamespace = here.oid
                        JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
                        UNION ALL
                        SELECT format('type %s %s', t.typtype, t.typname) FROM pg_type t, here
                        WHERE t.typnamespace = here.oid AND t.typtype <> 'b'
                        UNION ALL
                        SELECT format('comment %s on %s %s', d.description, d.classoid::regclass,
                                      pg_describe_object(d.classoid, d.objoid, d.objsubid))
                        FROM pg_description d, here
                        WHERE d.objoid IN (SELECT oid FROM pg_class WHERE relnamespace = here.oid
                                           UNION ALL SELECT oid FROM pg_proc WHERE pronamespace = here.oid)
                        ORDER BY 1
                        """).query(String.class).list());
    }
}
