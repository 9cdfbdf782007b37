package dev.instar.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds a lock someone waits for.
 *
 * @param pid the server process
 * @param application what it calls itself
 * @param client where it comes from; {@code null} for a local socket
 * @param connectedFor how long it has been connected
 */
public record LockHolder(
        long pid, String application, @Nullable String client, Duration connectedFor) {

    @Override
    public String toString() {
        return "pid %d, application '%s', client %s, connected for %d s"
                .formatted(pid, application, client == null ? "local" : client, connectedFor.toSeconds());
    }
}
