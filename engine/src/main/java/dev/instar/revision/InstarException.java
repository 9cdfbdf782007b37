package dev.instar.revision;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can do something about: one sentence of what happened and where, one of what to do. Never a
 * stack trace for a user's mistake, never a lost cause.
 */
public class InstarException extends RuntimeException {

    private final String description;
    private final String action;

    public InstarException(String description, String action) {
        this(description, action, null);
    }

    public InstarException(String description, String action, @Nullable Throwable cause) {
        super(description + (description.endsWith("\n") ? "" : " ") + action, cause);
        this.description = description;
        this.action = action;
    }

    /** What happened, and where. */
    public String description() {
        return description;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
