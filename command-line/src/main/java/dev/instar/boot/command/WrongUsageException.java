package dev.instar.boot.command;

import dev.instar.revision.InstarException;

/** The words of a command do not fit together, or not to this application. */
final class WrongUsageException extends InstarException {

    WrongUsageException(String description, String action) {
        super(description, action);
    }
}
