package dev.instar.run;

import dev.instar.database.Activity;
import dev.instar.plan.Step;
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
    private volatile List<SentStatement> sent = List.of();
    private volatile @Nullable SentStatement seen;
    private final ServerMessages messages;
    private final Refusals refusals;
    private volatile @Nullable CurrentStatement current;
    private @Nullable Step announced;
    private @Nullable String javaTransaction;
    private Duration limit;

    RunContext(Run run, LockedSession locked, ExecutionSettings settings, RunListener listener, StopSignal stop) {
        this.run = run;
        this.locked = locked;
        this.settings = settings;
        this.limit = settings.lockTimeout();
        this.listener = listener;
        this.stop = stop;
        this.messages = new ServerMessages(locked);
        this.refusals = new Refusals(this);
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

    /** The same for a statement outside a transaction, which may last as long as it needs. */
    void limitAlone() {
        locked.hold().limit(limit, Duration.ZERO);
    }

    /** The journal says of this step that it is about to begin. */
    void announced(@Nullable Step step) {
        announced = step;
    }

    boolean isAnnounced(Step step) {
        return step == announced;
    }

    /** A revision in Java is at work in this transaction, which it might end by itself; {@code null} when none is. */
    void inJava(@Nullable String transaction) {
        javaTransaction = transaction;
    }

    @Nullable
    String inJava() {
        return javaTransaction;
    }

    ServerMessages messages() {
        return messages;
    }

    Refusals refusals() {
        return refusals;
    }

    void at(CurrentStatement statement) {
        sent = List.of();
        current = statement;
    }

    /** All of these have been sent, and the server is at one of them. */
    void amid(List<SentStatement> statements) {
        current = statements.get(0).current();
        seen = statements.size() == 1 ? statements.get(0) : null;
        sent = statements;
    }

    /** The one of those that were sent together that was seen to wait last; the only one if there are no others. */
    @Nullable
    SentStatement seen() {
        return seen;
    }

    @Nullable
    CurrentStatement current() {
        return current;
    }

    /** The session is seen to be blocked, for so much longer than when that was last said. */
    void blocked(Activity activity, Duration more, Runnable cancellation) {
        recognise(activity.query());
        Blockage blockage = wait.blocked(activity.blockers(), more, cancellation);
        CurrentStatement statement = current;
        if (statement != null) {
            listener.blocked(run, statement, blockage.blockers(), blockage.blockedFor());
        }
    }

    private void recognise(String executing) {
        List<SentStatement> candidates =
                sent.stream().filter(one -> one.reads(executing)).toList();
        if (candidates.size() == 1) {
            seen = candidates.get(0);
            current = candidates.get(0).current();
        }
    }
}
