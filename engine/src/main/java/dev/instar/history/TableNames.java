package dev.instar.history;

import dev.instar.revision.InstarException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are.
 *
 * @param schema {@code null} for the schema in which the session creates unqualified tables
 */
public record TableNames(@Nullable String schema, String history, String journal) {

    public static final TableNames DEFAULT = new TableNames(null, "migration_history", "migration_journal");

    private static final String FINGERPRINTS = "_fingerprints";

    /** PostgreSQL cuts off what is longer. */
    private static final int MOST_BYTES = 63;

    public TableNames {
        for (String name : List.of(history + FINGERPRINTS, journal, schema == null ? "" : schema)) {
            if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                throw new InstarException(
                        "PostgreSQL keeps %d bytes of a name, and '%s' is longer.".formatted(MOST_BYTES, name),
                        "Choose shorter names for Instar's tables and their schema.");
            }
        }
    }

    /** The table that remembers what the schema looks like, where that is switched on. */
    public String fingerprints() {
        return history + FINGERPRINTS;
    }

    /** Whether a table of this name is one of Instar's own. */
    public boolean contains(String table) {
        return List.of(history, journal, history + "_lease", fingerprints()).contains(table);
    }

    /** How people name the history. */
    public String historyName() {
        return schema == null ? history : schema + "." + history;
    }

    /** How people name the journal. */
    public String journalName() {
        return schema == null ? journal : schema + "." + journal;
    }

    /** The same tables, in this schema unless another one was named. */
    public TableNames orIn(@Nullable String schema) {
        return this.schema != null ? this : new TableNames(schema, history, journal);
    }
}
