package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.schema.CatalogScope;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The session a catalog is read from, the server's version, and the schemas that are read. */
final class CatalogSession {

    /** Columns of system catalogs that older servers do not have, and what to read instead. */
    private static final Map<String, String> NEWER_COLUMNS = Map.of(
            "a.attcompression", "''::text",
            "p.prosqlbody", "NULL::text",
            "i.indnullsnotdistinct", "false",
            "con.confdelsetcols", "NULL::int2[]",
            "con.conenforced", "true",
            "con.conperiod", "false");

    private static final Map<String, Integer> SINCE = Map.of(
            "a.attcompression", 14,
            "p.prosqlbody", 14,
            "i.indnullsnotdistinct", 15,
            "con.confdelsetcols", 15,
            "con.conenforced", 18,
            "con.conperiod", 18);

    private final Session session;
    private final CatalogScope scope;
    private final int version;
    private String schemas = "0";

    CatalogSession(Session session, CatalogScope scope) {
        this.session = session;
        this.scope = scope;
        this.version = session.number("SELECT current_setting('server_version_num')::integer / 10000");
    }

    CatalogScope scope() {
        return scope;
    }

    /** From here on {@code <schemas>} in a query means these. */
    void limitTo(List<Long> oids) {
        if (!oids.isEmpty()) {
            schemas = oids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    /** Sends one query, after taking out what this server does not know. */
    void query(String sql, RowReader reader) {
        String known = sql.replace("<schemas>", schemas);
        for (Map.Entry<String, Integer> column : SINCE.entrySet()) {
            if (version < column.getValue()) {
                known = known.replace(column.getKey(), NEWER_COLUMNS.get(column.getKey()));
            }
        }
        session.query(known, (row, number) -> {
            reader.read(new CatalogRow(row, scope));
            return number;
        });
    }

    /** Takes one row into the catalog. */
    @FunctionalInterface
    interface RowReader {
        void read(CatalogRow row) throws SQLException;
    }
}
