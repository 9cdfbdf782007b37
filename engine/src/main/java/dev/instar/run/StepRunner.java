package dev.instar.run;

import dev.instar.history.HalfDone;
import dev.instar.history.Trail;
import dev.instar.revision.Direction;
import dev.instar.revision.Problem;
import dev.instar.revision.Problems;
import dev.instar.script.ScriptStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one step, part by part, from its beginning or from where somebody was interrupted. */
final class StepRunner {

    private final StepContext step;
    private final Outline outline;
    private final Bookkeeping books;

    StepRunner(StepContext step) {
        this.step = step;
        this.outline = step.outline();
        this.books = step.books();
    }

    /**
     * Makes the step.
     *
     * @param halfDone what the history says of it, or {@code null} when nothing of it is done
     */
    StepReport run(@Nullable HalfDone halfDone) {
        step.listener().stepStarted(step.run(), step.step());
        Trail trail = halfDone == null
                ? new Trail(0, null, null)
                : step.context().locked().journal().trail(step.session(), halfDone);
        books.committed(trail.done());
        if (halfDone == null) {
            refuseWhatCannotWork();
        } else {
            takeUp(trail);
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
        try {
            new CheckRunner(step.database(), step.session())
                    .before(step.script().required());
        } catch (FailedException failed) {
            throw noted(StepFailedException.refused(step, failed.failure()));
        }
    }

    private boolean isUpgrade() {
        return step.step().direction() == Direction.UPGRADE;
    }

    private void takeUp(Trail trail) {
        try {
            new Resumption(step).check(trail);
        } catch (FileChangedException changed) {
            throw noted(changed);
        }
    }

    private void runParts(List<Part> parts, Trail.@Nullable Begun begun) {
        for (Part part : parts) {
            step.context().stop().check();
            step.context().limitAsSet();
            ScriptStatement alone = part.alone();
            if (alone == null) {
                runTransaction(part);
            } else {
                runAlone(alone, part.first(), begun != null && begun.number() == part.first() ? begun : null);
            }
            books.committed(part.last());
        }
        if (parts.isEmpty()) {
            step.session().inTransaction(() -> books.done(outline.size()));
            books.committed(outline.size());
        }
    }

    private void runTransaction(Part part) {
        try {
            new TransactionalPart(step).run(part);
        } catch (FailedException failed) {
            throw noted(StepFailedException.refused(step, failed.failure()));
        } catch (StepFailedException failed) {
            throw noted(failed);
        }
    }

    private void runAlone(ScriptStatement statement, int number, Trail.@Nullable Begun begun) {
        try {
            new LonePart(step, statement, number, begun).run();
        } catch (FailedException failed) {
            throw notedAt(number, StepFailedException.refused(step, failed.failure()));
        } catch (LocksUnavailableException blocked) {
            throw notedAt(number, blocked);
        } catch (StepFailedException unsettled) {
            throw noted(unsettled);
        }
    }

    private StepFailedException noted(StepFailedException failure) {
        books.failed(failure.summary());
        return failure;
    }

    /** The outcome of the statement is known with that: it can be corrected and run again. */
    private StepFailedException notedAt(int number, StepFailedException failure) {
        books.failed(number, failure.summary());
        return failure;
    }

    private void refuseWhatCannotWork() {
        Problems problems = new Problems();
        if (outline.isSplit() && isUpgrade()) {
            step.script()
                    .ensured()
                    .forEach(check -> problems.add(
                            "What must be true after the upgrade ('%s') can only be checked inside its transaction, and it has statements that run outside"
                                    .formatted(check.text()),
                            check.origin(),
                            "Move these statements, or the check, to a revision of their own."));
        }
        for (Part part : outline.parts()) {
            ScriptStatement alone = part.alone();
            if (alone != null) {
                step.database()
                        .lone(alone.kind(), alone.text())
                        .obstacle(step.session())
                        .map(problem -> new Problem(problem.what(), alone.origin(), problem.remedy()))
                        .ifPresent(problems::add);
            }
        }
        problems.throwIfPresent();
    }
}
