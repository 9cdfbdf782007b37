package dev.instar.run;

import dev.instar.revision.Direction;
import dev.instar.script.Script;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Carries out statements in one transaction, together with what is written down about them. */
final class TransactionalPart {

    private static final Logger log = LoggerFactory.getLogger(TransactionalPart.class);

    private final StepContext step;
    private final StatementRunner statements;
    private boolean together;

    TransactionalPart(StepContext step) {
        this.step = step;
        this.statements = new StatementRunner(step);
        this.together = canBeSentTogether(step) && !StatementRunner.isLogging();
    }

    /** What is checked in between, or set for each transaction anew, takes its own time. */
    private static boolean canBeSentTogether(StepContext step) {
        return step.outline().canBeSentTogether()
                && step.script().required().isEmpty()
                && step.script().ensured().isEmpty()
                && step.context().locked().hold().keepsSession();
    }

    /** Carries them out in the transaction that is open. */
    void runWithin(Part part, Duration blockedAtMost) {
        perform(part, blockedAtMost);
        step.context().blocking().begin(blockedAtMost);
        step.books().done(part.last());
    }

    void run(Part part) {
        new LockPatience(step, false).repeat(blockedAtMost -> {
            Stopwatch stopwatch = new Stopwatch();
            try {
                attempt(part, blockedAtMost);
            } finally {
                step.listener().locksReleased(step.run(), step.step(), stopwatch.elapsed());
            }
        });
    }

    private void attempt(Part part, Duration blockedAtMost) {
        if (together) {
            // What had to wait is tried again one by one: then it is known which statement does.
            together = false;
            try {
                commit(
                        part,
                        blockedAtMost,
                        () -> new Convoy(step.context(), step.listener(), blockedAtMost)
                                .with(step, part)
                                .send());
                return;
            } catch (RefusedTogetherException refused) {
                log.debug("Sending the statements of {} again, one by one.", step.step(), refused);
            }
        }
        commit(part, blockedAtMost, () -> perform(part, blockedAtMost));
    }

    private void commit(Part part, Duration blockedAtMost, Runnable work) {
        try {
            step.session().inTransaction(() -> {
                work.run();
                step.context().blocking().begin(blockedAtMost);
                step.books().doneLast(part.last());
            });
        } catch (DataAccessException refused) {
            throw step.context().refusals().atCommit(step, refused);
        } catch (FailedException failed) {
            throw JavaRunner.judged(step, failed);
        }
    }

    private void perform(Part part, Duration blockedAtMost) {
        Script script = step.script();
        if (script.isSkipped()) {
            return;
        }
        boolean checking =
                step.step().direction() == Direction.UPGRADE && !step.outline().isSplit();
        CheckRunner checks = new CheckRunner(step, blockedAtMost);
        checks.before(checking ? script.required() : List.of());
        statements.run(part, blockedAtMost);
        if (script.java() != null) {
            new JavaRunner(step).call(script.java(), blockedAtMost);
        }
        checks.after(checking ? script.ensured() : List.of());
    }
}
