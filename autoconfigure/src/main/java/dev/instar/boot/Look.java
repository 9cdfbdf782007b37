package dev.instar.boot;

import dev.instar.Status;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the question how a database stands.
 *
 * @param status how it stands, or {@code null} when that could not be found out
 */
public record Look(@Nullable Status status) {

    /** What anybody may be told when there is no status: neither hosts nor users are named in it. */
    public static final String PROBLEM = "The database could not be asked how it stands; the log says why.";

    /** What is said in place of a state when there is none. */
    public static final String UNREACHABLE = "UNREACHABLE";

    /** The state in one word. */
    public String state() {
        return status == null ? UNREACHABLE : status.state().name();
    }
}
