package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.database.FailureKind;
import dev.instar.revision.Origin;
import dev.instar.script.Check;
import dev.instar.script.ScriptStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Makes of what the server refused what a run goes by: the failure of a step, which says as much as may be said. A lost
 * connection is nobody's failure, and is handed on as that.
 */
final class Refusals {

    private final RunContext context;
    private final Database database;

    Refusals(RunContext context) {
        this.context = context;
        this.database = context.locked().database();
    }

    /**
     * A statement was refused.
     *
     * @param label how much was sent in front of it
     */
    RuntimeException of(SentStatement sent, int label, DataAccessException refused, Duration took) {
        Blockage blockage = context.blocking().end();
        DataAccessException cause = Discretion.of(sent.statement()).about(refused, database.describe(refused));
        return isLoss(refused) ? cause : new FailedException(failure(sent, label, refused, took, blockage, cause));
    }

    /** One of several statements that were sent together was refused; which one, is not always certain. */
    RuntimeException among(List<SentStatement> sent, DataAccessException refused, Duration took) {
        Blockage blockage = context.blocking().end();
        Discretion discretion = new Discretion();
        List<String> texts = new ArrayList<>();
        for (SentStatement one : sent) {
            discretion.sent(one.statement());
            texts.add(one.statement().text());
        }
        DataAccessException cause = discretion.about(refused, database.describe(refused));
        if (isLoss(refused)) {
            return cause;
        }
        int number = sent.size() == 1 ? 0 : database.refusedOf(texts, refused);
        SentStatement one = number >= 0 ? sent.get(number) : context.seen();
        if (one == null) {
            return new RefusedTogetherException(cause);
        }
        StatementFailure failure = failure(one, 0, refused, took, blockage, cause);
        return number >= 0 || LockPatience.isForWantOfALock(failure)
                ? new FailedException(failure)
                : new RefusedTogetherException(cause);
    }

    private StatementFailure failure(
            SentStatement sent,
            int label,
            DataAccessException refused,
            Duration took,
            Blockage blockage,
            DataAccessException cause) {
        return StatementFailure.of(
                sent, database.describe(refused).behind(label), database.kindOf(refused), took, blockage, cause);
    }

    /** A commit was refused, as deferred constraints can do although every statement had passed. */
    RuntimeException atCommit(StepContext step, DataAccessException refused) {
        Discretion discretion = new Discretion();
        step.outline().forEach(discretion::sent);
        return of(step.step().revision().origin(), "  (at the commit)", discretion, refused, "");
    }

    /** Something was refused that a statement gave reason to send, before it was its turn. */
    RuntimeException before(ScriptStatement statement, DataAccessException refused, String reason) {
        return of(statement.origin(), statement, refused, reason);
    }

    /** The query of a check was refused. */
    RuntimeException of(Check check, DataAccessException refused) {
        return of(check.origin(), check.query(), refused, "");
    }

    private RuntimeException of(Origin place, ScriptStatement statement, DataAccessException refused, String hint) {
        int line = statement.origin().line();
        String excerpt = Excerpt.of(statement.written(), line, line, 0);
        return of(place, excerpt, Discretion.of(statement), refused, hint);
    }

    private RuntimeException of(
            Origin place, String excerpt, Discretion discretion, DataAccessException refused, String hint) {
        DataAccessException cause = discretion.about(refused, database.describe(refused));
        if (isLoss(refused)) {
            return cause;
        }
        StatementFailure failure = new StatementFailure(
                place,
                excerpt,
                discretion.about(database.describe(refused)),
                database.kindOf(refused),
                context.blocking(),
                cause);
        return new FailedException(hint.isEmpty() ? failure : failure.explained(hint));
    }

    private boolean isLoss(DataAccessException refused) {
        return database.kindOf(refused) == FailureKind.CONNECTION_LOST;
    }
}
