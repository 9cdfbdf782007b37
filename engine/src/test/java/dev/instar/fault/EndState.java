package dev.instar.fault;

import dev.instar.TestDatabase;
import java.util.List;

/** Everything about a migrated database that must not depend on how often it was disturbed. */
record EndState(List<String> catalog, List<String> data, List<String> history) {

    static EndState of(TestDatabase database) {
        return new EndState(list(database, """
                        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
                          FROM information_schema.columns WHERE table_schema = 'public'
                        UNION ALL
                        SELECT 'index ' || pg_get_indexdef(indexrelid) || CASE WHEN indisvalid THEN '' ELSE ' INVALID' END
                          FROM pg_index JOIN pg_class c ON c.oid = indexrelid
                         WHERE relnamespace = 'public'::regnamespace
                        UNION ALL
                        SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                         WHERE connamespace = 'public'::regnamespace
                        UNION ALL
                        SELECT 'value ' || enumlabel || ' ' || rank() OVER (ORDER BY enumsortorder) FROM pg_enum
                        UNION ALL
                        SELECT 'partition ' || inhrelid::regclass FROM pg_inherits
                         WHERE inhparent = 'events'::regclass
                         ORDER BY 1
                        """), list(database, """
                        SELECT 'applied ' || revision || ' ' || count(*) FROM applied GROUP BY revision
                        UNION ALL
                        SELECT 'moods ' || count(*) FROM moods
                        UNION ALL
                        SELECT 'orders ' || md5(string_agg(orders::text, ',' ORDER BY id)) FROM orders
                         ORDER BY 1
                        """), list(database, """
                        SELECT migration_number || ' ' || status || ' ' || checksum || ' '
                               || (SELECT count(*) FROM migration_journal j
                                    WHERE j.migration_number = h.migration_number AND event = 'applied')
                          FROM migration_history h ORDER BY 1
                        """));
    }

    private static List<String> list(TestDatabase database, String sql) {
        return database.client().sql(sql).query(String.class).list();
    }
}
