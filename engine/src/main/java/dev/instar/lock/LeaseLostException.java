package dev.instar.lock;

import dev.instar.database.LockHolder;
import dev.instar.revision.InstarException;
import org.jspecify.annotations.Nullable;

/** A run did not renew its lease in time, and another one has it. The transaction that noticed it was rolled back. */
public final class LeaseLostException extends InstarException {

    LeaseLostException(@Nullable LockHolder holder) {
        super(
                "The lease of this run expired, and the turn to migrate is %s now; what was applied before stays."
                        .formatted(holder == null ? "somebody else's" : "that of " + holder),
                "Wait for that run to end and start again; when it happens often, raise 'instar.lock.lease'.");
    }
}
