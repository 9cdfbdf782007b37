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

    /** How every session that belongs to a run begins to introduce itself. */
    public static String sessionName(UUID run) {
        return "instar " + run.toString().substring(0, 8);
    }
}
