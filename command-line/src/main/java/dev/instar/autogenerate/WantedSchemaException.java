package dev.instar.autogenerate;

import dev.instar.revision.InstarException;

/** The schema that a source wants cannot be had. Nothing was changed, and nothing was left behind. */
public final class WantedSchemaException extends InstarException {

    WantedSchemaException(String description, String action, Throwable cause) {
        super(description, action, cause);
    }
}
