package dev.instar.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a plan by one process.
 *
 * @param by who runs it, as the journal shall name them
 * @param applicationVersion the version of the application the revisions belong to
 */
public record Run(
        UUID id, Trigger trigger, String by, @Nullable String applicationVersion, Instant startedAt) {

    public static Run begin(Trigger trigger, String by, @Nullable String applicationVersion) {
        return new Run(UUID.randomUUID(), trigger, by, applicationVersion, Instant.now());
    }

    /** Enough of the id to recognise the run by. */
    public String shortId() {
        return id.toString().substring(0, 8);
    }
}
