package dev.instar.boot;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question to the database that somebody has asked, and that others may wait for the answer to. */
final class Asking {

    /** A driver that hangs does so with every connection; a thread for each question would soon be many threads. */
    private static final Duration HOPELESS = Duration.ofMinutes(1);

    private final CompletableFuture<Look> answer = new CompletableFuture<>();
    private final long since = System.nanoTime();

    void begin(String thread, Supplier<Look> question) {
        Thread asker = new Thread(() -> answer(question), thread);
        asker.setDaemon(true);
        asker.start();
    }

    private void answer(Supplier<Look> question) {
        try {
            answer.complete(question.get());
        } finally {
            answer.cancel(false);
        }
    }

    /** Whether it is answered, or never will be. */
    boolean isOver(Duration patience) {
        return answer.isDone() || age().compareTo(HOPELESS.plus(patience)) > 0;
    }

    /** The answer, or {@code null} when there is none so long after the question. */
    @Nullable
    Look await(Duration patience) {
        try {
            return answer.get(patience.minus(age()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException unanswered) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
