package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.schema.CatalogScope;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The session a catalog is read from, the server's version, and the schemas that are read. */
final class CatalogSession {

    /** Columns of system catalogs by the version of the server that has brought them, and what to read before that. */
    private static final Map<Integer, Map<String, String>> NEWER_COLUMNS = Map.of(
            14, Map.of("a.attcompression", "''::text", "p.prosqlbody", "NULL::text"),
            15, Map.of("i.indnullsnotdistinct", "false", "con.confdelsetcols", "NULL::int2[]"),
            18, Map.of("con.conenforced", "true", "con.conperiod", "false"));

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
        for (Map.Entry<Integer, Map<String, String>> newer : NEWER_COLUMNS.entrySet()) {
            if (version < newer.getKey()) {
                for (Map.Entry<String, String> column : newer.getValue().entrySet()) {
                    known = known.replace(column.getKey(), column.getValue());
                }
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
