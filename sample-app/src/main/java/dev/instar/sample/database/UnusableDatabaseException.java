package dev.instar.sample.database;

import java.io.Serial;

/** The database that was asked for can not be used; says so in one sentence, and in another what to do about it. */
final class UnusableDatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String action;

    UnusableDatabaseException(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
