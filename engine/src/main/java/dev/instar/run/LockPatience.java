package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.database.Sessions;
import dev.instar.jdbc.Session;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Repeats what failed for want of a lock, as a whole and never with a lock in hand, until it succeeds or the budget is
 * spent. While those who were in the way still are, nothing is attempted: whoever waits for a strong lock makes all
 * others wait behind it.
 */
final class LockPatience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration LEAST = Duration.ofMillis(50);
    private static final Duration SLACK = Duration.ofMillis(500);

    private final RunContext context;
    private final Supplier<StepContext> step;
    private final Session session;
    private final ExecutionSettings settings;
    private final Sessions sessions;
    private final boolean quiet;
    private Duration spent = Duration.ZERO;
    private Duration pause = FIRST_PAUSE;
    private Duration limit;
    private int attempts;

    /** Patience for statements; quiet ones wait without making anybody wait behind them, and need no limit to that. */
    LockPatience(StepContext step, boolean quiet) {
        this(step.context(), () -> step, quiet);
    }

    /** Patience for a transaction of several steps; it is asked which one needs it. */
    LockPatience(RunContext context, Supplier<StepContext> step, boolean quiet) {
        this.context = context;
        this.step = step;
        this.quiet = quiet;
        this.session = context.locked().session();
        this.settings = context.settings();
        this.sessions = context.locked().database().sessions();
        this.limit = settings.lockTimeout();
    }

    /** Makes an attempt again and again; each is told how long a statement of it may be blocked. */
    void repeat(Consumer<Duration> attempt) {
        while (true) {
            attempts++;
            Duration blockedAtMost = quiet ? settings.concurrentLockBudget() : limit.plus(SLACK);
            try {
                attempt.accept(blockedAtMost);
                return;
            } catch (FailedException failed) {
                StepFailure failure = failed.failure();
                if (failure.kind() == FailureKind.CANCELLED && context.stop().isInsisting()) {
                    throw new StopRequestedException();
                }
                if (!isForWantOfALock(failure)) {
                    throw failed;
                }
                // A statement that took longer has worked for the rest of the time.
                spent = spent.plus(shorter(failure.took(), blockedAtMost));
                context.locked().hold().forgetLimits();
                prepareNext(failure);
            }
        }
    }

    /** All that there is, for one attempt; a server counts milliseconds, and not too many. */
    static Duration whole(ExecutionSettings settings) {
        return shorter(longer(settings.lockBudget(), settings.lockTimeout()), Duration.ofHours(1));
    }

    static boolean isForWantOfALock(StepFailure failure) {
        return failure.kind() == FailureKind.LOCK_TIMEOUT
                || failure.kind() == FailureKind.DEADLOCK
                || failure.kind() == FailureKind.CANCELLED && failure.blockage().givenUp();
    }

    private void prepareNext(StepFailure failure) {
        if (left().compareTo(LEAST) <= 0) {
            throw LocksUnavailableException.of(step.get(), failure, attempts, spent);
        }
        CurrentStatement statement = failure.statement() == null ? context.current() : failure.statement();
        if (statement != null) {
            context.listener()
                    .retrying(context.run(), statement, failure.blockage().blockers(), spent);
        }
        Duration next = settings.lockTimeout();
        if (failure.blockage().yields()) {
            next = longer(next, sessions.deadlockTimeout(session).multipliedBy(3));
        } else {
            standBack(failure);
        }
        if (!quiet) {
            limitTo(shorter(next, longer(left(), LEAST)));
        }
    }

    private void standBack(StepFailure failure) {
        Stopwatch stopwatch = new Stopwatch();
        Duration jittered =
                pause.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis()));
        Duration left = left();
        context.stop().pause(shorter(jittered, left));
        while (!stopwatch.hasPassed(left)
                && sessions.isAnyOpen(session, failure.blockage().blockers())) {
            context.stop().pause(GLANCE);
        }
        pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        spent = spent.plus(stopwatch.elapsed());
        if (left().compareTo(LEAST) <= 0) {
            throw LocksUnavailableException.of(step.get(), failure, attempts, spent);
        }
    }

    private void limitTo(Duration next) {
        limit = next;
        context.limitTo(limit);
    }

    private Duration left() {
        return settings.lockBudget().minus(spent);
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
