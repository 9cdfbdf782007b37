package dev.instar.history;

import dev.instar.revision.InstarException;

/** A newer build of Instar has given its tables a shape that this one does not understand. Nothing was executed. */
public final class NewerTablesException extends InstarException {

    NewerTablesException(TableNames names, int found, int newest) {
        super(
                "The tables %s and %s have format %d, and this version of Instar knows formats up to %d."
                        .formatted(names.historyName(), names.journalName(), found, newest),
                "Migrate with the newer version that changed them.");
    }
}
