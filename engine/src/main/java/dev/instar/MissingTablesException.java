package dev.instar;

import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import java.util.List;

/** Tables are not there that somebody requires, whatever the history says. */
public final class MissingTablesException extends InstarException {

    MissingTablesException(List<String> missing) {
        super(
                "The database lacks what is required: %s.".formatted(Listing.of(missing)),
                "Correct 'instar.verify.required-tables', or find out who dropped what the revisions created.");
    }
}
