package dev.instar.history;

import dev.instar.revision.InstarException;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The tables hold rows that Instar cannot have written, lack some that it has, or do not keep what it writes. */
public final class InvalidHistoryException extends InstarException {

    private InvalidHistoryException(String description, String action) {
        super(description, action);
    }

    static void throwIfUnsafe(@Nullable String odd) {
        if (odd != null) {
            throw new InvalidHistoryException(
                    "What is written down in Instar's own tables is not safe there: %s.".formatted(odd),
                    "Make it an ordinary table again, of which this user sees every row, and start again.");
        }
    }

    static InvalidHistoryException keptOut(String table) {
        return new InvalidHistoryException(
                "The server did not keep a row that was written to %s, as a trigger or a rule makes it do."
                        .formatted(table),
                "Take that off the table, and look whether the history has the revision that was run last before you"
                        + " start again.");
    }

    static InvalidHistoryException emptied(TableNames names) {
        return new InvalidHistoryException(
                "There is not one row in %s and %s: they were emptied, or restored without their rows."
                        .formatted(names.historyName(), names.journalName()),
                "Put the rows back, let 'instar stamp' record what is applied, or drop both tables if nothing is.");
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
