package dev.instar.run;

import java.util.Locale;

/** What made a run happen. */
public enum Trigger {
    STARTUP,
    COMMAND,
    ENDPOINT;

    /** As the journal writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
