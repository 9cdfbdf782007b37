package dev.instar.boot.command;

import dev.instar.revision.InstarException;

/** The words of a command do not fit together, or not to this application. */
final class WrongUsageException extends InstarException {

    WrongUsageException(String description, String action) {
        super(description, action);
    }

    /** Statements are no JSON: one of the two would go unheard. */
    static void refuseStatementsAsJson(boolean sql, boolean json) {
        if (sql && json) {
            throw new WrongUsageException("'--sql' and '--json' do not go together.", "Leave one of them out.");
        }
    }
}
