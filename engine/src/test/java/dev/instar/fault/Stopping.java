package dev.instar.fault;

import dev.instar.Instar;
import dev.instar.plan.Step;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import java.util.concurrent.atomic.AtomicReference;

/** Asks a run to stop when it begins a certain revision. */
final class Stopping implements RunListener {

    private final String revision;
    private final AtomicReference<Instar> instar = new AtomicReference<>();

    Stopping(String revision) {
        this.revision = revision;
    }

    /** Says which one, once there is one. */
    Instar stops(Instar running) {
        instar.set(running);
        return running;
    }

    @Override
    public void stepStarted(Run run, Step step) {
        if (step.revision().id().value().equals(revision)) {
            instar.get().stop();
        }
    }
}
