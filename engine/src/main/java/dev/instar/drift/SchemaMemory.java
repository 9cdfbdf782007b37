package dev.instar.drift;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.Fingerprint;
import dev.instar.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** A table with the fingerprint of every object of a schema, as the last run left it. */
public final class SchemaMemory {

    private static final int ROWS_AT_A_TIME = 500;

    private final Database database;
    private final String table;

    /** Remembers in this table, which need not exist. */
    public SchemaMemory(Database database, QualifiedName table) {
        this.database = database;
        this.table = database.quote(table.schema()) + "." + database.quote(table.name());
    }

    /** Remembers this catalog and nothing else, and creates the table for that where it is missing. */
    public void remember(Session session, Catalog catalog, UUID run) {
        Map<String, String> fingerprints = fingerprints(catalog);
        session.inTransaction(() -> {
            session.execute("""
                    CREATE TABLE IF NOT EXISTS %s (
                        object      text PRIMARY KEY,
                        fingerprint text NOT NULL,
                        run_id      uuid NOT NULL,
                        recorded_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
                    )
                    """.formatted(table));
            session.execute("DELETE FROM " + table);
            insert(session, fingerprints, run);
        });
    }

    private void insert(Session session, Map<String, String> fingerprints, UUID run) {
        List<Object> values = new ArrayList<>();
        for (Map.Entry<String, String> object : fingerprints.entrySet()) {
            values.addAll(List.of(object.getKey(), object.getValue(), run));
            if (values.size() == 3 * ROWS_AT_A_TIME) {
                insert(session, values);
            }
        }
        insert(session, values);
    }

    private void insert(Session session, List<Object> values) {
        if (!values.isEmpty()) {
            String rows = "(?, ?, ?), ".repeat(values.size() / 3);
            session.update(
                    "INSERT INTO %s (object, fingerprint, run_id) VALUES %s"
                            .formatted(table, rows.substring(0, rows.length() - 2)),
                    values.toArray());
            values.clear();
        }
    }

    /** What differs from what is remembered, or {@code null} when nothing is. */
    public @Nullable Drift compare(Session session, Catalog catalog) {
        Map<String, String> remembered = new TreeMap<>();
        List<Drift> nothing;
        try {
            nothing = session.query("SELECT object, fingerprint, recorded_at, run_id FROM " + table, (row, number) -> {
                remembered.put(row.getString(1), row.getString(2));
                return new Drift(row.getTimestamp(3).toInstant(), row.getObject(4, UUID.class), List.of());
            });
        } catch (DataAccessException failure) {
            if (database.isMissingTable(failure)) {
                return null;
            }
            throw failure;
        }
        return nothing.isEmpty() ? null : nothing.get(0).with(differences(remembered, fingerprints(catalog)));
    }

    private static Map<String, String> fingerprints(Catalog catalog) {
        Map<String, String> fingerprints = new TreeMap<>();
        catalog.objects()
                .forEach((id, object) ->
                        fingerprints.put(id.toString(), Fingerprint.of(object).toString()));
        return fingerprints;
    }

    private static List<String> differences(Map<String, String> remembered, Map<String, String> found) {
        List<String> differences = new ArrayList<>();
        Map<String, String> added = new TreeMap<>(found);
        remembered.forEach((name, fingerprint) -> {
            String now = added.remove(name);
            if (!fingerprint.equals(now)) {
                differences.add((now == null ? "removed " : "changed ") + name);
            }
        });
        added.keySet().forEach(name -> differences.add("added " + name));
        return differences;
    }
}
