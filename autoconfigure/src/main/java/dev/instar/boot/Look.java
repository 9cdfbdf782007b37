package dev.instar.boot;

import dev.instar.Status;
import dev.instar.history.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the question how a database stands.
 *
 * @param status how it stands, or {@code null} when that could not be found out
 * @param lastRun the last run that ended before anybody last got an answer, or {@code null} when none is known
 */
public record Look(@Nullable Status status, @Nullable RunRecord lastRun) {

    /** What anybody may be told when there is no status: neither hosts nor users are named in it. */
    public static final String PROBLEM = "The database could not be asked how it stands; the log says why.";

    /** What is said in place of a state when there is none. */
    public static final String UNREACHABLE = "UNREACHABLE";

    static Look at(Status status) {
        return new Look(status, status.lastRun());
    }

    /** Nothing is known but what somebody saw before. */
    static Look failed(@Nullable Look before) {
        return new Look(null, before == null ? null : before.lastRun());
    }

    /** The state in one word. */
    public String state() {
        return status == null ? UNREACHABLE : status.state().name();
    }
}
