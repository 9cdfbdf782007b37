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
    private Moment moment;
    private String memo;

    LonePart(StepContext step, ScriptStatement statement, int number, Trail.@Nullable Begun begun) {
        this.step = step;
        this.statement = statement;
        this.number = number;
        this.lone = step.database().lone(statement.kind(), statement.text());
        this.statements = new StatementRunner(step);
        this.moment = begun == null ? Moment.BEFORE : Moment.AFTER_CRASH;
        this.memo = begun == null ? "" : begun.memo();
    }

    void run() {
        if (lone.waitsQuietly()) {
            step.context().locked().hold().limit(Duration.ZERO, Duration.ZERO);
        }
        // What may take hours shall not be lost because a process was restarted: the next one finds it done.
        step.context().locked().hold().outlivesClient(true);
        new LockPatience(step, lone.waitsQuietly()).repeat(this::attempt);
        step.session().inTransaction(() -> step.books().done(number));
        step.context().locked().hold().outlivesClient(false);
    }

    private void attempt(Duration blockedAtMost) {
        if (settledOrFailed() == Verdict.DONE) {
            log.info("The statement at {} has taken effect already.", statement.origin());
            return;
        }
        memo = lone.memo(step.session());
        step.books().intent(number, statement, memo);
        try {
            send(blockedAtMost);
        } catch (FailedException failed) {
            moment = Moment.BEFORE;
            throw explained(failed);
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
            throw statements.failureBefore(
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
            if (step.database().kindOf(refused) == FailureKind.CONNECTION_LOST) {
                throw refused;
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
            step.context().blocking().begin(step.context().settings().concurrentLockBudget());
            step.context().locked().executeAlone(repair);
        }
    }

    /** Asks what helps to understand the failure, and takes away what the statement has left behind. */
    private FailedException explained(FailedException failed) {
        if (!(failed.failure() instanceof StatementFailure failure)) {
            return failed;
        }
        try {
            String hint = lone.explain(step.session(), failure.error()).orElse(null);
            Finding finding = lone.look(step.session(), Moment.AFTER_FAILURE, memo);
            if (finding.verdict() == Verdict.TO_REPAIR) {
                step.books().leaves(finding.reason() + " The next start tries again to put that right.");
                repair(finding);
                step.books().leaves(null);
            } else if (finding.verdict() == Verdict.UNDECIDED) {
                step.books().leaves(finding.reason());
            }
            return hint == null ? failed : new FailedException(failure.explained(hint));
        } catch (DataAccessException second) {
            if (step.database().kindOf(second) == FailureKind.CONNECTION_LOST) {
                throw second;
            }
            failed.addSuppressed(second);
            return failed;
        }
    }
}
