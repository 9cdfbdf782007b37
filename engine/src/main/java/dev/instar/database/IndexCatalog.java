package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/** What the catalog says about the indexes of one table. */
final class IndexCatalog {

    /**
     * How the catalog tells an index's definition, made independent of the schema its table is in. The schema of
     * temporary tables has one name of its own and one that all of them share; versions differ in which they tell.
     */
    private static final String DEFINITION = """
            replace(replace(pg_get_indexdef(c.oid),
                            format(' ON pg_temp.%I USING ', t.relname),
                            format(' ON %I USING ', t.relname)),
                    format(' ON %I.%I USING ', n.nspname, t.relname),
                    format(' ON %I USING ', t.relname))
            """.strip();

    private static final String FIND = """
            SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name,
                   i.indisvalid AND i.indisready AND i.indislive AS valid, t.oid = home.oid AS own,
                   DEFINITION AS definition
              FROM pg_class home
              JOIN pg_namespace n ON n.oid = home.relnamespace
              JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = (parse_ident(?))[1]::name
              JOIN pg_index i ON i.indexrelid = c.oid
              JOIN pg_class t ON t.oid = i.indrelid
             WHERE home.oid = to_regclass(?)
            """.replace("DEFINITION", DEFINITION);

    private final ObjectName table;

    IndexCatalog(ObjectName table) {
        this.table = table;
    }

    /**
     * An index of the table's schema.
     *
     * @param name qualified, as SQL writes it
     * @param valid whether queries may use it
     * @param own whether it is the table's own, and not that of another one
     */
    record Entry(long oid, String name, boolean valid, boolean own, String definition) {}

    /** The index of that name in the schema of the table, whatever table it belongs to. */
    Optional<Entry> find(Session session, ObjectName index) {
        return find(session, table.text(), index);
    }

    private static Optional<Entry> find(Session session, String table, ObjectName index) {
        return session.first(
                FIND,
                (row, number) -> new Entry(
                        row.getLong("oid"),
                        row.getString("name"),
                        row.getBoolean("valid"),
                        row.getBoolean("own"),
                        row.getString("definition")),
                index.lastPart(),
                table);
    }

    /** The bare name of the table, if it is partitioned. */
    List<String> partitionedTable(Session session) {
        return session.texts("SELECT relname FROM pg_class WHERE oid = to_regclass(?) AND relkind = 'p'", table.text());
    }

    /** The session that builds the index; which one another user builds is not told, but whose table is locked is. */
    Optional<Long> builder(Session session, Entry index) {
        return session.first("""
                        SELECT pid FROM pg_stat_progress_create_index
                         WHERE index_relid = ?
                            OR index_relid IS NULL
                               AND pid IN (SELECT l.pid FROM pg_locks l JOIN pg_index i ON i.indrelid = l.relation
                                            WHERE i.indexrelid = ? AND l.granted AND l.mode = 'ShareUpdateExclusiveLock'
                                              AND l.database = (SELECT oid FROM pg_database
                                                                 WHERE datname = current_database()))
                        """, (row, number) -> row.getLong(1), index.oid(), index.oid());
    }

    /** The definition that a statement would lead to, found out by running it on an empty copy of the table. */
    String intended(Session session, boolean unique, ObjectName index, String definition) {
        return session.tentatively(() -> {
            String copy = table.lastPart();
            session.execute("CREATE TEMPORARY TABLE %s (LIKE %s) ON COMMIT DROP".formatted(copy, table));
            session.execute("CREATE %sINDEX %s ON pg_temp.%s %s"
                    .formatted(unique ? "UNIQUE " : "", index.lastPart(), copy, definition));
            return find(session, "pg_temp." + copy, index).orElseThrow().definition();
        });
    }

    /** A query for the rows that keep a unique index from being built. */
    Optional<String> duplicates(Session session, Entry index) {
        return session.texts("""
                        SELECT format('SELECT %1$s, count(*) FROM %2$s WHERE (%1$s) IS NOT NULL%3$s GROUP BY %1$s HAVING count(*) > 1',
                                      k.columns, i.indrelid::regclass,
                                      ' AND ' || pg_get_expr(i.indpred, i.indrelid))
                          FROM pg_index i,
                               LATERAL (SELECT string_agg(pg_get_indexdef(i.indexrelid, position, true), ', '
                                                          ORDER BY position) AS columns
                                          FROM generate_series(1, i.indnkeyatts) AS position) k
                         WHERE i.indexrelid = ?
                        """, index.oid()).stream().findFirst();
    }
}
