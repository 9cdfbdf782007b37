package dev.instar.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are.
 *
 * @param schema {@code null} for the schema in which the session creates unqualified tables
 */
public record TableNames(@Nullable String schema, String history, String journal) {

    public static final TableNames DEFAULT = new TableNames(null, "migration_history", "migration_journal");

    /** The table that remembers what the schema looks like, where that is switched on. */
    public String fingerprints() {
        return history + "_fingerprints";
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
