package dev.instar.run;

import dev.instar.lock.LockType;
import java.time.Duration;

/**
 * How a run keeps others away.
 *
 * @param lock by a session of its own, or by a lease through a pooler
 * @param lease how long a lease is valid without being renewed
 */
public record RunManner(LockType lock, Duration lease) {

    public static final RunManner DEFAULT = new RunManner(LockType.SESSION, Duration.ofSeconds(30));

    public RunManner withLock(LockType type) {
        return new RunManner(type, lease);
    }

    public RunManner withLease(Duration term) {
        return new RunManner(lock, term);
    }
}
