package dev.instar.database;

import java.util.List;

/**
 * What a session is seen to be doing from outside.
 *
 * @param isActive whether it executes a statement
 * @param blockers the sessions whose locks it waits for
 */
public record Activity(boolean isActive, List<Blocker> blockers) {

    public Activity {
        blockers = List.copyOf(blockers);
    }

    public boolean isBlocked() {
        return !blockers.isEmpty();
    }
}
