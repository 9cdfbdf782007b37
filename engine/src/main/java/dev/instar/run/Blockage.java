package dev.instar.run;

import dev.instar.database.Blocker;
import java.time.Duration;
import java.util.List;

/**
 * What a statement has been waiting for.
 *
 * @param blockers those who held it up when they were last seen
 * @param blockedFor how long in all
 * @param givenUp whether the watch has cancelled the statement because of that
 */
record Blockage(List<Blocker> blockers, Duration blockedFor, boolean givenUp) {

    static final Blockage NONE = new Blockage(List.of(), Duration.ZERO, false);

    Blockage {
        blockers = List.copyOf(blockers);
    }

    /** Whether all that hold it up make way for whoever waits long enough. */
    boolean yields() {
        for (Blocker blocker : blockers) {
            if (!blocker.yields()) {
                return false;
            }
        }
        return !blockers.isEmpty();
    }
}
