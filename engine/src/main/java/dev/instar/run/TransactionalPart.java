package dev.instar.run;

import dev.instar.revision.Direction;
import dev.instar.script.Script;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** Carries out statements in one transaction, together with what is written down about them. */
final class TransactionalPart {

    private final StepContext step;
    private final StatementRunner statements;

    TransactionalPart(StepContext step) {
        this.step = step;
        this.statements = new StatementRunner(step);
    }

    /** Carries them out in the transaction that is open. */
    void runWithin(Part part, Duration blockedAtMost) {
        perform(part, blockedAtMost);
        step.books().done(part.last());
    }

    void run(Part part) {
        new LockPatience(step, false).repeat(blockedAtMost -> {
            Stopwatch stopwatch = new Stopwatch();
            try {
                step.session().inTransaction(() -> {
                    perform(part, blockedAtMost);
                    step.books().done(part.last());
                });
            } catch (DataAccessException refused) {
                throw statements.failureAtCommit(refused);
            } finally {
                step.listener().locksReleased(step.run(), step.step(), stopwatch.elapsed());
            }
        });
    }

    private void perform(Part part, Duration blockedAtMost) {
        Script script = step.script();
        if (script.isSkipped()) {
            return;
        }
        boolean checking =
                step.step().direction() == Direction.UPGRADE && !step.outline().isSplit();
        CheckRunner checks = new CheckRunner(step.database(), step.session());
        checks.before(checking ? script.required() : List.of());
        statements.run(part, blockedAtMost);
        if (script.java() != null) {
            new JavaRunner(step, step.placeholders()).call(script.java(), blockedAtMost);
        }
        checks.after(checking ? script.ensured() : List.of());
    }
}
