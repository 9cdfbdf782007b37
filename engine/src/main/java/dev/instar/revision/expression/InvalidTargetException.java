package dev.instar.revision.expression;

import dev.instar.revision.InstarException;

/** A target that makes no sense, or none for this graph and this database. Nothing has been run. */
public final class InvalidTargetException extends InstarException {

    public InvalidTargetException(String description, String action) {
        super(description, action);
    }
}
