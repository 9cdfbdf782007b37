package dev.instar.history;

import org.jspecify.annotations.Nullable;

/**
 * Where the tables are.
 *
 * @param schema {@code null} for the schema in which the session creates unqualified tables
 */
public record TableNames(@Nullable String schema, String history, String journal) {

    public static final TableNames DEFAULT = new TableNames(null, "migration_history", "migration_journal");

    /** How people name the history. */
    public String historyName() {
        return schema == null ? history : schema + "." + history;
    }
}
