package dev.instar.history;

import dev.instar.revision.InstarException;
import java.util.List;
import java.util.StringJoiner;

/** The history holds rows that Instar cannot have written, or lacks some that it has. Nothing was executed. */
public final class InvalidHistoryException extends InstarException {

    private InvalidHistoryException(String description, String action) {
        super(description, action);
    }

    static void throwIfLost(TableNames names, List<String> lost) {
        if (!lost.isEmpty()) {
            throw new InvalidHistoryException(
                    "Rows were taken out of the table %s. In %s there is still %s."
                            .formatted(names.historyName(), names.journalName(), String.join(", ", lost)),
                    "Put these rows back, or let 'instar stamp' record anew what is applied.");
        }
    }

    static void throwIfOdd(String table, List<HistoryRow> rows) {
        StringJoiner odd = new StringJoiner("; ");
        for (HistoryRow row : rows) {
            if (!row.oddities().isEmpty()) {
                odd.add("row %d of revision '%s': %s"
                        .formatted(row.id(), row.number(), String.join(", and ", row.oddities())));
            }
        }
        if (odd.length() > 0) {
            throw new InvalidHistoryException(
                    "The table %s holds what Instar cannot have written. In %s.".formatted(table, odd),
                    "Put these rows back to what they were; the journal tells what was applied and undone.");
        }
    }
}
