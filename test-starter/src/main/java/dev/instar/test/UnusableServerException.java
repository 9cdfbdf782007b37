package dev.instar.test;

import dev.instar.revision.InstarException;

/** There is no server on which a test could have a database. */
public final class UnusableServerException extends InstarException {

    UnusableServerException(String description, String action) {
        super(description, action);
    }
}
