package dev.instar.run;

import dev.instar.lock.LockType;
import java.time.Duration;

/**
 * How a run keeps others away, and where it commits.
 *
 * @param lock by a session of its own, or by a lease through a pooler
 * @param lease how long a lease is valid without being renewed
 * @param transaction what takes effect together
 * @param groupSize how many revisions, if each could be a transaction of its own, are committed together in a database
 *     that was empty when the run began; 1 for each by itself
 */
public record RunManner(LockType lock, Duration lease, TransactionScope transaction, int groupSize) {

    public static final RunManner DEFAULT =
            new RunManner(LockType.SESSION, Duration.ofSeconds(30), TransactionScope.REVISION, 100);

    public RunManner withLock(LockType type) {
        return new RunManner(type, lease, transaction, groupSize);
    }

    public RunManner withLease(Duration term) {
        return new RunManner(lock, term, transaction, groupSize);
    }

    public RunManner withTransaction(TransactionScope scope) {
        return new RunManner(lock, lease, scope, groupSize);
    }

    public RunManner withGroupSize(int size) {
        return new RunManner(lock, lease, transaction, size);
    }

    boolean isOneTransaction() {
        return transaction == TransactionScope.RUN;
    }
}
