package dev.instar.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds a lock someone waits for.
 *
 * @param pid the server process, or zero when it holds a lease, which belongs to no session
 * @param application what it calls itself
 * @param client where it comes from; {@code null} for a local socket
 * @param connectedFor how long it has been connected, or has had the lease
 */
public record LockHolder(
        long pid, String application, @Nullable String client, Duration connectedFor) {

    /** Somebody whose turn it is whatever session it uses. */
    public static LockHolder byLease(String owner, Duration since) {
        return new LockHolder(0, owner, null, since);
    }

    @Override
    public String toString() {
        if (pid == 0) {
            return "application '%s', by a lease since %d s".formatted(application, connectedFor.toSeconds());
        }
        return "pid %d, application '%s', client %s, connected for %d s"
                .formatted(pid, application, client == null ? "local" : client, connectedFor.toSeconds());
    }
}
