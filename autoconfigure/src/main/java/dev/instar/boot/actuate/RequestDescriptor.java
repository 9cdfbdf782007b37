package dev.instar.boot.actuate;

import dev.instar.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this process was last asked to do over the endpoint, and what became of it. As long as it is going on, where it
 * is can be seen at the run that is under way.
 *
 * @param id that of the run, in the journal and in the names of its sessions
 * @param by the application and the name of whoever asked; that is not told everyone
 * @param failure why it failed, without any SQL
 */
public record RequestDescriptor(
        String id,
        String operation,
        String target,
        @Nullable String by,
        Instant acceptedAt,
        State state,
        @Nullable String failure) {

    /** What has become of a request. */
    public enum State {
        /** It waits for its turn, or is being carried out. */
        ACCEPTED,
        /** It is carried out. */
        SUCCEEDED,
        /** Somebody else had been faster. */
        NOTHING_TO_DO,
        /** It could not be carried out, or not to its end. */
        FAILED
    }

    static RequestDescriptor accepted(Run run, Operation operation, String target) {
        return new RequestDescriptor(
                run.id().toString(), operation.word(), target, run.by(), run.startedAt(), State.ACCEPTED, null);
    }

    /** The same for somebody whose name nobody knows. */
    RequestDescriptor anonymous() {
        return new RequestDescriptor(id, operation, target, null, acceptedAt, state, failure);
    }

    RequestDescriptor in(State newState, @Nullable String reason) {
        return new RequestDescriptor(id, operation, target, by, acceptedAt, newState, reason);
    }
}
