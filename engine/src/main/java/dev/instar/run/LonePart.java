package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.database.Finding;
import dev.instar.database.LoneStatement;
import dev.instar.database.Moment;
import dev.instar.database.Verdict;
import dev.instar.history.Trail;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.StatementKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Carries out a statement that runs alone: holds it against the catalog, writes down that it begins, runs it, holds it
 * against the catalog again, and writes down that it is done. Wherever that is interrupted, it can be taken up again.
 */
final class LonePart {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final int MOST_REPAIRS = 5;

    private final StepContext step;
    private final ScriptStatement statement;
    private final int number;
    private final LoneStatement lone;
    private final StatementRunner statements;
    private final Hold hold;
    private final boolean quiet;
    private Moment moment;
    private String memo;
    private boolean isSent;

    LonePart(StepContext step, ScriptStatement statement, int number, Trail.@Nullable Begun begun) {
        this.step = step;
        this.statement = statement;
        this.number = number;
        this.lone = step.database().lone(statement.kind(), statement.text());
        this.statements = new StatementRunner(step);
        this.hold = step.context().locked().hold();
        this.quiet = lone.waitsQuietly(step.session());
        this.moment = begun == null ? Moment.BEFORE : Moment.AFTER_CRASH;
        this.memo = begun == null ? "" : begun.memo();
    }

    void run() {
        step.context().at(new CurrentStatement(step.step(), number, statement.origin()));
        // What may take hours shall not be lost because a process was restarted: the next one finds it done.
        hold.outlivesClient(true);
        new LockPatience(step, quiet).repeat(this::attempt);
        isSent = false;
        step.aftermath().leaves("Its statement %d has taken effect, which the next start finds out.".formatted(number));
        new LockPatience(step, true)
                .repeat(blockedAtMost -> write(
                        () -> step.session().inTransaction(() -> step.books().done(number))));
        step.aftermath().leaves(null);
        hold.outlivesClient(false);
    }

    /** Whether it was the statement that went wrong, and nothing before or behind it. */
    boolean isSent() {
        return isSent;
    }

    /** Writes into Instar's own tables: nobody waits behind somebody who has nothing in his hands. */
    private void write(Runnable writing) {
        RunContext context = step.context();
        hold.limit(LockPatience.whole(context.settings()), Duration.ZERO);
        context.blocking().begin(Duration.ZERO);
        try {
            writing.run();
            context.blocking().end();
        } catch (DataAccessException refused) {
            throw forWantOfALock(refused);
        }
    }

    /** What patience understands, or what was refused for another reason, as it is. */
    private RuntimeException forWantOfALock(DataAccessException refused) {
        RuntimeException failure = step.context().refusals().before(statement, refused, "");
        return failure instanceof FailedException failed && LockPatience.isForWantOfALock(failed.failure())
                ? failure
                : refused;
    }

    private void limit(boolean quietly) {
        if (quietly) {
            hold.limit(Duration.ZERO, Duration.ZERO);
        } else {
            step.context().limitAlone();
        }
    }

    private void attempt(Duration blockedAtMost) {
        isSent = false;
        step.context().limitAlone();
        step.context().blocking().begin(Duration.ZERO);
        if (settledOrFailed() == Verdict.DONE) {
            log.info("The statement at {} has taken effect already.", statement.origin());
            return;
        }
        memo = lone.memo(step.session());
        write(() -> step.books().intent(number, statement, memo));
        limit(quiet);
        isSent = true;
        try {
            send(blockedAtMost);
        } catch (FailedException failed) {
            moment = Moment.BEFORE;
            failOrGoOn(failed);
            return;
        }
        Finding finding = lone.look(step.session(), Moment.AFTER_SUCCESS, memo);
        if (finding.verdict() != Verdict.DONE) {
            throw UnsettledException.ineffective(step, statement, finding.reason());
        }
    }

    private void send(Duration blockedAtMost) {
        if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
            // Its data can be read only where it stands.
            statements.run(new Part(number, number, statement), blockedAtMost);
        } else {
            statements.run(statement, number, blockedAtMost);
        }
    }

    private Verdict settledOrFailed() {
        try {
            return settled();
        } catch (DataAccessException refused) {
            throw step.context()
                    .refusals()
                    .before(
                            statement,
                            refused,
                            "The statement was not sent: this came when it was asked whether it has taken effect already.");
        }
    }

    /** Puts right what can be put right, waits for who is at it, and says whether there is something to run. */
    private Verdict settled() {
        Stopwatch stopwatch = new Stopwatch();
        for (int repairs = 0; ; ) {
            Finding finding = lone.look(step.session(), moment, memo);
            Verdict verdict = finding.verdict();
            if (verdict == Verdict.DONE || verdict == Verdict.TO_RUN) {
                return verdict;
            }
            if (verdict == Verdict.TO_REPAIR) {
                if (++repairs > MOST_REPAIRS) {
                    throw UnsettledException.beyondRepair(step, statement, finding.reason());
                }
                repairOrFail(finding);
                moment = Moment.AFTER_CRASH;
            } else if (verdict == Verdict.BUSY) {
                if (stopwatch.hasPassed(step.context().settings().concurrentLockBudget())) {
                    throw UnsettledException.busy(step, statement, finding.reason());
                }
                step.context().stop().pause(GLANCE);
            } else {
                throw verdict == Verdict.CONTRADICTED
                        ? UnsettledException.contradicted(step, statement, finding.reason())
                        : UnsettledException.undecided(step, statement, number, finding.reason());
            }
        }
    }

    private void repairOrFail(Finding finding) {
        try {
            repair(finding);
        } catch (DataAccessException refused) {
            RuntimeException failure = forWantOfALock(refused);
            if (failure != refused || step.database().kindOf(refused) == FailureKind.CONNECTION_LOST) {
                throw failure;
            }
            throw UnsettledException.beyondRepair(
                    step,
                    statement,
                    finding.reason() + " " + step.database().describe(refused).message());
        }
    }

    private void repair(Finding finding) {
        for (String repair : finding.repairs()) {
            log.info("{} ({}) Putting it right: {}", finding.reason(), statement.origin(), repair);
            boolean quietly =
                    step.database().lone(StatementKind.of(repair), repair).waitsQuietly(step.session());
            limit(quietly);
            step.context()
                    .blocking()
                    .begin(
                            quietly
                                    ? step.context().settings().concurrentLockBudget()
                                    : step.context().settings().lockTimeout());
            step.context().locked().executeAlone(repair);
        }
    }

    /**
     * Asks what helps to understand the failure, and takes away what the statement has left behind. Only what has its
     * effect all the same is no failure.
     */
    private void failOrGoOn(FailedException failed) {
        if (!(failed.failure() instanceof StatementFailure failure)) {
            throw failed;
        }
        try {
            String hint = lone.explain(step.session(), failure.error()).orElse(null);
            Finding finding = lone.look(step.session(), Moment.AFTER_FAILURE, memo);
            if (finding.verdict() == Verdict.TO_REPAIR) {
                step.aftermath().leaves(finding.reason() + " The next start tries again to put that right.");
                repair(finding);
                step.aftermath().leaves(null);
            } else if (finding.verdict() == Verdict.UNDECIDED) {
                step.aftermath().leaves(finding.reason());
            } else if (finding.verdict() == Verdict.DONE) {
                return;
            }
            throw hint == null ? failed : new FailedException(failure.explained(hint));
        } catch (DataAccessException second) {
            if (step.database().kindOf(second) == FailureKind.CONNECTION_LOST) {
                throw second;
            }
            failed.addSuppressed(second);
            throw failed;
        }
    }
}
