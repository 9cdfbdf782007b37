package dev.instar.history;

import dev.instar.revision.InstarException;
import org.jspecify.annotations.Nullable;

/** The history that the search path finds is not in the schema that new tables go to. Nothing was run. */
public final class HistoryElsewhereException extends InstarException {

    public HistoryElsewhereException(String table, String found, @Nullable String current) {
        super(
                "The table '%s' is in the schema '%s', but new tables would go to the schema '%s'."
                        .formatted(table, found, current),
                "Say which of them is meant with 'instar.schema'; the search path or a new schema of the user's name"
                        + " may have changed.");
    }
}
