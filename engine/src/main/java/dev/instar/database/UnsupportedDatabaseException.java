package dev.instar.database;

import dev.instar.revision.InstarException;

/** The data source leads to a product that Instar has no class for. */
public final class UnsupportedDatabaseException extends InstarException {

    UnsupportedDatabaseException(String product) {
        super(
                "Instar cannot migrate a '%s' database.".formatted(product),
                "Use PostgreSQL, or set 'instar.mode=off' for this data source.");
    }
}
