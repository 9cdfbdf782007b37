package dev.instar.diff;

import dev.instar.revision.InstarException;

/** Somebody confirmed the rename of something that is not there. */
public final class UnknownRenameException extends InstarException {

    UnknownRenameException(String description, String action) {
        super(description, action);
    }
}
