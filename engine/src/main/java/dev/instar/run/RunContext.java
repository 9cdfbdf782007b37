package dev.instar.run;

import dev.instar.database.Blocker;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run on the session it has at the moment. */
final class RunContext {

    private final Run run;
    private final LockedSession locked;
    private final ExecutionSettings settings;
    private final RunListener listener;
    private final StopSignal stop;
    private final Wait wait = new Wait();
    private final ServerMessages messages;
    private volatile @Nullable CurrentStatement current;
    private Duration limit;

    RunContext(Run run, LockedSession locked, ExecutionSettings settings, RunListener listener, StopSignal stop) {
        this.run = run;
        this.locked = locked;
        this.settings = settings;
        this.limit = settings.lockTimeout();
        this.listener = listener;
        this.stop = stop;
        this.messages = new ServerMessages(locked);
    }

    Run run() {
        return run;
    }

    LockedSession locked() {
        return locked;
    }

    ExecutionSettings settings() {
        return settings;
    }

    RunListener listener() {
        return listener;
    }

    StopSignal stop() {
        return stop;
    }

    /** What the statement that runs now waits for. */
    Wait blocking() {
        return wait;
    }

    /** Lets statements wait for locks, and last, as long as the settings say. */
    void limitAsSet() {
        limitTo(settings.lockTimeout());
    }

    /** Lets statements wait so long for a lock. */
    void limitTo(Duration lockTimeout) {
        limit = lockTimeout;
        limitAgain();
    }

    /** Lets statements wait for locks as long as was said last. */
    void limitAgain() {
        locked.hold().limit(limit, settings.statementTimeout());
    }

    ServerMessages messages() {
        return messages;
    }

    void at(CurrentStatement statement) {
        current = statement;
    }

    @Nullable
    CurrentStatement current() {
        return current;
    }

    /** The statement that runs now is seen to be blocked, for so much longer than when that was last said. */
    void blocked(List<Blocker> blockers, Duration more, Runnable cancellation) {
        Blockage blockage = wait.blocked(blockers, more, cancellation);
        CurrentStatement statement = current;
        if (statement != null) {
            listener.blocked(run, statement, blockage.blockers(), blockage.blockedFor());
        }
    }
}
