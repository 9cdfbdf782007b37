package dev.instar.run;

import dev.instar.history.HalfDone;
import dev.instar.history.Trail;
import dev.instar.revision.Direction;
import dev.instar.script.ScriptStatement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one step, part by part, from its beginning or from where somebody was interrupted. */
final class StepRunner {

    private final StepContext step;
    private final Outline outline;
    private final Bookkeeping books;
    private final @Nullable Duration blockedAtMost;

    private StepRunner(StepContext step, @Nullable Duration blockedAtMost) {
        this.step = step;
        this.blockedAtMost = blockedAtMost;
        this.outline = step.outline();
        this.books = step.books();
    }

    /** Commits each part of the step. */
    static StepRunner committing(StepContext step) {
        return new StepRunner(step, null);
    }

    /** Makes the step in the transaction that is open, whose owner hears of failures and tries again. */
    static StepRunner within(StepContext step, Duration blockedAtMost) {
        return new StepRunner(step, blockedAtMost);
    }

    /** Makes the step. */
    StepReport run() {
        HalfDone halfDone = step.halfDone();
        step.listener().stepStarted(step.run(), step.step());
        Trail trail = halfDone == null
                ? Trail.NONE
                : step.context().locked().journal().trail(step.session(), halfDone);
        step.aftermath().committed(trail.done());
        new Obstacles(step.context()).look(step).throwIfPresent();
        if (halfDone != null) {
            noting(() -> new Resumption(step).check(trail));
        }
        books.begun();
        announce(trail);
        runParts(outline.partsAfter(trail.done()), trail.begun());
        if (outline.changesSession()) {
            step.context().locked().repin();
        }
        return books.report();
    }

    private void announce(Trail trail) {
        if (step.script().isSkipped()) {
            step.listener().stepSkipped(step.run(), step.step(), step.script().environments());
        } else if (outline.isSplit() && isUpgrade() && trail.done() == 0) {
            requireBefore();
        }
    }

    /** Nothing of the revision is open yet, so that the answer holds for what is committed. */
    private void requireBefore() {
        noting(() -> {
            step.context().limitAsSet();
            // In a transaction of its own, so that it is known which session of a pooler takes its time for it.
            new LockPatience(step, false)
                    .repeat(blockedAtMost -> step.session()
                            .inTransaction(() -> new CheckRunner(step, blockedAtMost)
                                    .before(step.script().required())));
        });
    }

    private boolean isUpgrade() {
        return step.step().direction() == Direction.UPGRADE;
    }

    private void runParts(List<Part> parts, Trail.@Nullable Begun begun) {
        for (Part part : parts) {
            step.context().stop().check();
            if (blockedAtMost == null) {
                step.context().limitAsSet();
                commit(part, begun != null && begun.number() == part.first() ? begun : null);
            } else {
                step.context().limitAgain();
                new TransactionalPart(step).runWithin(part, blockedAtMost);
            }
            step.aftermath().committed(part.last());
        }
        if (parts.isEmpty()) {
            step.session().inTransaction(() -> books.done(outline.size()));
            step.aftermath().committed(outline.size());
        }
        books.closed();
    }

    private void commit(Part part, Trail.@Nullable Begun begun) {
        ScriptStatement alone = part.alone();
        if (alone == null) {
            noting(() -> new TransactionalPart(step).run(part));
        } else {
            runAlone(alone, part.first(), begun);
        }
    }

    private void runAlone(ScriptStatement statement, int number, Trail.@Nullable Begun begun) {
        LonePart lone = new LonePart(step, statement, number, begun);
        try {
            lone.run();
        } catch (FailedException failed) {
            StepFailedException refused = StepFailedException.refused(step, failed.failure());
            // As long as it was not sent, nobody knows any better than before what became of it in an earlier run.
            throw failed.failure().statement() == null ? noted(refused) : notedAt(number, refused);
        } catch (LocksUnavailableException blocked) {
            throw lone.isSent() ? notedAt(number, blocked) : noted(blocked);
        } catch (StepFailedException unsettled) {
            throw noted(unsettled);
        }
    }

    /** Does something of which it is written down that it failed. */
    private void noting(Runnable work) {
        try {
            work.run();
        } catch (FailedException failed) {
            throw noted(StepFailedException.refused(step, failed.failure()));
        } catch (StepFailedException failed) {
            throw noted(failed);
        }
    }

    private StepFailedException noted(StepFailedException failure) {
        return noting(failure, () -> books.failed(failure.summary()));
    }

    /** The outcome of the statement is known with that: it can be corrected and run again. */
    private StepFailedException notedAt(int number, StepFailedException failure) {
        return noting(failure, () -> books.failed(number, failure.summary()));
    }

    private StepFailedException noting(StepFailedException failure, Runnable writing) {
        return failure.noting(() -> {
            step.context().limitAsSet();
            writing.run();
        });
    }
}
