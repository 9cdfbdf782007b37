package dev.instar.jdbc;

import java.time.Duration;

/** How long somebody has been waiting for the answer to one request; seen from another thread. */
final class AnswerClock {

    private volatile long askedAt;

    void asked() {
        askedAt = System.nanoTime();
    }

    void answered() {
        askedAt = 0;
    }

    /** Zero while nobody waits. */
    Duration waiting() {
        long asked = askedAt;
        return asked == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - asked);
    }
}
