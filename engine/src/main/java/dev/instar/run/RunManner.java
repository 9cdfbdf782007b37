package dev.instar.run;

import dev.instar.lock.LockType;
import java.time.Duration;

/**
 * How a run keeps others away, and where it commits.
 *
 * @param lock by a session of its own, or by a lease through a pooler
 * @param lease how long a lease is valid without being renewed
 * @param transaction what takes effect together
 */
public record RunManner(LockType lock, Duration lease, TransactionScope transaction) {

    public static final RunManner DEFAULT =
            new RunManner(LockType.SESSION, Duration.ofSeconds(30), TransactionScope.REVISION);

    public RunManner withLock(LockType type) {
        return new RunManner(type, lease, transaction);
    }

    public RunManner withLease(Duration term) {
        return new RunManner(lock, term, transaction);
    }

    public RunManner withTransaction(TransactionScope scope) {
        return new RunManner(lock, lease, scope);
    }

    boolean isOneTransaction() {
        return transaction == TransactionScope.RUN;
    }
}
