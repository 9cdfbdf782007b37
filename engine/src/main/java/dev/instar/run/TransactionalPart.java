package dev.instar.run;

import org.springframework.dao.DataAccessException;

/** Carries out statements in one transaction, together with what is written down about them. */
final class TransactionalPart {

    private final StepContext step;
    private final StatementRunner statements;

    TransactionalPart(StepContext step) {
        this.step = step;
        this.statements = new StatementRunner(step);
    }

    void run(Part part) {
        new LockPatience(step, false).repeat(blockedAtMost -> {
            try {
                step.session().inTransaction(() -> {
                    statements.run(part, blockedAtMost);
                    step.books().done(part.last());
                });
            } catch (DataAccessException refused) {
                throw statements.failureAtCommit(refused);
            }
        });
    }
}
