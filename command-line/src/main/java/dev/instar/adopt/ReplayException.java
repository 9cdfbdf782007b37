package dev.instar.adopt;

import dev.instar.revision.InstarException;
import org.jspecify.annotations.Nullable;

/** A revision cannot be replayed beside the live schema. Nothing was changed, and nothing was left behind. */
public final class ReplayException extends InstarException {

    static final String SEE_THE_FILES =
            "See that the files before it create all it needs, or say yourself where the database is with 'instar stamp'.";

    ReplayException(String description, String action, @Nullable Throwable cause) {
        super(description, action, cause);
    }
}
