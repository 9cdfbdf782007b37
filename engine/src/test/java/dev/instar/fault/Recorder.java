package dev.instar.fault;

import dev.instar.database.Blocker;
import dev.instar.plan.Plan;
import dev.instar.run.CurrentStatement;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Hears who was in the way, and how often something had to be repeated. */
final class Recorder implements RunListener {

    private final Queue<String> blockers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();
    private volatile boolean standsBack;
    private volatile boolean started;

    @Override
    public void runStarted(Run run, Plan plan) {
        started = true;
    }

    @Override
    public void blocked(Run run, CurrentStatement statement, List<Blocker> by, Duration blocked) {
        by.forEach(blocker -> blockers.add(blocker.application()));
    }

    @Override
    public void retrying(Run run, CurrentStatement statement, List<Blocker> by, Duration spent) {
        standsBack = !by.isEmpty();
        retries.incrementAndGet();
    }

    @Override
    public void connectionLost(Run run, String place) {
        losses.incrementAndGet();
    }

    boolean hasStarted() {
        return started;
    }

    /** Whether the last attempt failed because of somebody who is known. */
    boolean standsBack() {
        return standsBack;
    }

    List<String> blockers() {
        return List.copyOf(blockers);
    }

    int retries() {
        return retries.get();
    }

    int losses() {
        return losses.get();
    }
}
