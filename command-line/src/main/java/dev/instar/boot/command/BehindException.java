package dev.instar.boot.command;

import dev.instar.Status;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import dev.instar.revision.Revision;
import java.util.List;

/** The database lacks revisions, so that what it lacks beside them cannot be told. */
final class BehindException extends InstarException {

    BehindException(Status status, List<Revision> lacking) {
        super(
                "The database lacks %s, so that comparing would find again what they do."
                        .formatted(Listing.of(lacking.stream().map(Revision::id).toList())),
                advice(status, lacking));
    }

    private static String advice(Status status, List<Revision> lacking) {
        if (status.pending().size() == lacking.size()) {
            return "Run '%s' first.".formatted(status.upgradeCommand());
        }
        return "Run 'instar upgrade %s' first, on a database that may pass the target '%s'."
                .formatted(lacking.get(lacking.size() - 1).id(), status.target());
    }
}
