package dev.instar.boot.command;

import dev.instar.database.LockHolder;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.Listing;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import dev.instar.run.StepFailedException;
import dev.instar.run.StepReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows on the terminal how far a run has come: a bar where somebody looks, a line for each step where nobody does. */
final class ProgressListener implements RunListener {

    private static final int WIDTH = 24;

    private final Terminal terminal;
    private int steps;
    private int done;
    private boolean saidWaiting;

    ProgressListener(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void lockWaiting(@Nullable LockHolder holder, Duration waited) {
        if (!saidWaiting) {
            saidWaiting = true;
            terminal.say("Waiting for the migration lock, held by %s."
                    .formatted(holder == null ? "a session that is just leaving" : holder));
        }
    }

    @Override
    public void runStarted(Run run, Plan plan) {
        steps = plan.size();
        done = 0;
    }

    @Override
    public void stepStarted(Run run, Step step) {
        draw(step, "");
    }

    @Override
    public void stepProgressed(Run run, Step step, long finished, long total) {
        draw(step, total > 0 ? "  %d %%".formatted(100 * finished / total) : "  %d".formatted(finished));
    }

    @Override
    public void stepSkipped(Run run, Step step, List<String> environments) {
        say("Skipping %s: it is for %s only.".formatted(step.revision().id(), Listing.of(environments)));
    }

    @Override
    public void stepFinished(Run run, StepReport report) {
        done++;
        say("%s %s  %s  (%d ms)"
                .formatted(
                        report.step().direction() == Direction.UPGRADE ? "+" : "-",
                        report.step().revision().id(),
                        report.step().revision().message(),
                        report.duration().toMillis()));
    }

    @Override
    public void stepFailed(Run run, Step step, StepFailedException failure) {
        clear();
    }

    @Override
    public void runFinished(RunReport report) {
        clear();
    }

    private void say(String line) {
        clear();
        terminal.say(line);
    }

    private void draw(Step step, String more) {
        if (terminal.isInteractive() && steps > 0) {
            int filled = WIDTH * done / steps;
            terminal.draw("[%s%s] %d/%d  %s%s"
                    .formatted(
                            "#".repeat(filled),
                            ".".repeat(WIDTH - filled),
                            done,
                            steps,
                            step.revision().id(),
                            more));
        }
    }

    private void clear() {
        if (terminal.isInteractive()) {
            terminal.draw("");
        }
    }
}
