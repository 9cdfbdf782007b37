package dev.instar.boot.command;

import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import dev.instar.revision.Revision;
import java.util.List;

/** The database lacks revisions, so that what it lacks beside them cannot be told. */
final class BehindException extends InstarException {

    BehindException(List<Revision> pending) {
        super(
                "The database lacks %s, so that comparing would find again what they do."
                        .formatted(Listing.of(pending.stream().map(Revision::id).toList())),
                "Run 'instar upgrade' first.");
    }
}
