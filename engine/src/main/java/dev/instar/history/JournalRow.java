package dev.instar.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** A line of the journal as it was kept. */
record JournalRow(long id, JournalEntry entry, String hash) {

    static JournalRow read(ResultSet row, int number) throws SQLException {
        Map<JournalColumn, Object> values = new EnumMap<>(JournalColumn.class);
        for (JournalColumn column : JournalColumn.values()) {
            Object value = column.read(row);
            if (value != null) {
                values.put(column, value);
            }
        }
        return new JournalRow(row.getLong("id"), new JournalEntry(values), row.getString("hash"));
    }
}
