package dev.instar.run;

import dev.instar.database.Blocker;
import java.time.Duration;
import java.util.List;

/** Adds up how long the statement that runs now has been blocked. Two threads talk to it. */
final class Wait {

    private Stopwatch stopwatch = new Stopwatch();
    private Duration limit = Duration.ZERO;
    private Duration blockedFor = Duration.ZERO;
    private List<Blocker> blockers = List.of();
    private boolean givenUp;

    /** A statement begins that may be blocked no longer than this; zero is for ever. */
    synchronized void begin(Duration limit) {
        this.stopwatch = new Stopwatch();
        this.limit = limit;
        this.blockedFor = Duration.ZERO;
        this.blockers = List.of();
        this.givenUp = false;
    }

    /** How long ago that was. */
    synchronized Duration elapsed() {
        return stopwatch.elapsed();
    }

    /** The statement has ended; says what it had to wait for. */
    synchronized Blockage end() {
        limit = Duration.ZERO;
        return new Blockage(blockers, blockedFor, givenUp);
    }

    /**
     * The statement was seen to be blocked.
     *
     * @param more how much longer than when that was last said
     * @param cancellation cancels it; called when that is too long, and never after {@link #end}
     */
    synchronized Blockage blocked(List<Blocker> by, Duration more, Runnable cancellation) {
        blockers = by;
        blockedFor = blockedFor.plus(more);
        if (!limit.isZero() && !givenUp && blockedFor.compareTo(limit) > 0) {
            givenUp = true;
            cancellation.run();
        }
        return new Blockage(blockers, blockedFor, givenUp);
    }
}
