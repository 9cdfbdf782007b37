package dev.instar.lock;

import dev.instar.database.LockHolder;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries again and again, less and less often, until something is had or the patience is over. */
final class Polling {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SLOWEST_POLL = Duration.ofMillis(500);

    private Polling() {}

    static void until(
            BooleanSupplier had,
            Supplier<@Nullable LockHolder> inTheWay,
            Duration timeout,
            BiConsumer<@Nullable LockHolder, Duration> waiting) {
        long start = System.nanoTime();
        Duration pause = POLL;
        while (!had.getAsBoolean()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            @Nullable LockHolder holder = inTheWay.get();
            if (waited.compareTo(timeout) >= 0) {
                throw LockUnavailableException.after(timeout, holder);
            }
            waiting.accept(holder, waited);
            sleep(jittered(pause));
            pause = pause.compareTo(SLOWEST_POLL) < 0 ? pause.multipliedBy(2) : SLOWEST_POLL;
        }
    }

    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw LockUnavailableException.interrupted();
        }
    }
}
