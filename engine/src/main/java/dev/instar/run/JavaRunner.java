package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.revision.Direction;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import java.time.Duration;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls a revision written in Java, and is all that it sees of the run. */
final class JavaRunner implements RevisionContext {

    private final StepContext step;
    private final String transaction;

    JavaRunner(StepContext step) {
        this.step = step;
        this.transaction = transaction();
    }

    /**
     * Calls the method for the direction of the step.
     *
     * @param blockedAtMost how long it may wait for locks altogether
     */
    void call(JavaRevision revision, Duration blockedAtMost) {
        Stopwatch stopwatch = new Stopwatch();
        step.context()
                .at(new CurrentStatement(step.step(), 1, step.step().revision().origin()));
        step.context().blocking().begin(blockedAtMost);
        step.context().inJava(transaction);
        try {
            if (step.step().direction() == Direction.UPGRADE) {
                revision.upgrade(this);
            } else {
                revision.downgrade(this);
            }
            step.context().blocking().end();
            if (!transactionAtTheEnd().equals(transaction)) {
                throw new IllegalStateException(
                        "The revision has ended the transaction that it is part of, by a COMMIT or a ROLLBACK of its own");
            }
            step.context().inJava(null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(interrupted, FailureKind.REFUSED, stopwatch.elapsed());
        } catch (DataAccessException refused) {
            FailureKind kind = step.database().kindOf(refused);
            if (kind == FailureKind.CONNECTION_LOST) {
                throwIfSessionIsGone(refused);
                kind = FailureKind.REFUSED;
            }
            throw failed(refused, kind, stopwatch.elapsed());
        } catch (Exception failure) {
            throw failed(failure, FailureKind.REFUSED, stopwatch.elapsed());
        }
    }

    /** Looks, when its transaction is over, whether it could be taken back: a revision may have committed it. */
    static FailedException judged(StepContext step, FailedException failed) {
        if (!(failed.failure() instanceof JavaFailure java)
                || !step.database().sessions().isCommitted(step.session(), java.transaction())) {
            return failed;
        }
        step.aftermath().leaves("It has committed by itself, and what had been done by then stays.");
        return new FailedException(java.forGood());
    }

    private String transactionAtTheEnd() {
        try {
            return transaction();
        } catch (DataAccessException refused) {
            if (step.database().kindOf(refused) == FailureKind.CONNECTION_LOST) {
                throw refused;
            }
            throw new IllegalStateException(
                    "The server has refused a statement of the revision, which went on, and nothing of its transaction lasts",
                    refused);
        }
    }

    private String transaction() {
        return step.database().sessions().transaction(step.session());
    }

    /** The revision may talk to other databases, and it may be one of these that has gone. */
    private void throwIfSessionIsGone(DataAccessException refused) {
        try {
            step.session().texts("SELECT 1");
        } catch (DataAccessException answer) {
            if (step.database().kindOf(answer) == FailureKind.CONNECTION_LOST) {
                boolean ours =
                        !(refused instanceof CannotGetJdbcConnectionException) && !JavaFailure.tellsSecrets(refused);
                throw ours ? refused : answer;
            }
        }
    }

    private FailedException failed(Exception failure, FailureKind kind, Duration took) {
        Blockage blockage = step.context().blocking().end();
        return new FailedException(
                new JavaFailure(step.step().revision().origin(), failure, kind, took, blockage, transaction));
    }

    @Override
    public JdbcClient jdbc() {
        return step.session().client();
    }

    @Override
    public Map<String, String> placeholders() {
        return step.placeholders();
    }

    @Override
    public void progress(long done, long total) {
        step.listener().stepProgressed(step.run(), step.step(), done, total);
    }
}
