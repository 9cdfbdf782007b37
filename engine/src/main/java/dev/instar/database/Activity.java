package dev.instar.database;

import java.util.List;

/**
 * What a session is seen to be doing from outside.
 *
 * @param isActive whether it executes a statement
 * @param query the statement it executes, or the beginning of a long one
 * @param blockers the sessions whose locks it waits for
 */
public record Activity(boolean isActive, String query, List<Blocker> blockers) {

    public Activity {
        blockers = List.copyOf(blockers);
    }

    Activity blockedBy(List<Blocker> blockers) {
        return new Activity(isActive, query, blockers);
    }

    public boolean isBlocked() {
        return !blockers.isEmpty();
    }
}
