package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.database.FailureKind;
import dev.instar.database.SqlError;
import dev.instar.revision.Origin;
import dev.instar.script.Check;
import dev.instar.script.ScriptStatement;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
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
        SqlError said = database.describe(refused).behind(label);
        return judged(
                refused,
                Discretion.of(sent.statement()),
                (kind, cause) -> new FailedException(StatementFailure.of(sent, said, kind, took, blockage, cause)));
    }

    /** One of several statements that were sent together was refused; which one, is not always certain. */
    RuntimeException among(List<SentStatement> sent, DataAccessException refused, Duration took) {
        Blockage blockage = context.blocking().end();
        List<String> texts = sent.stream().map(one -> one.statement().text()).toList();
        int number = sent.size() == 1 ? 0 : database.refusedOf(texts, refused);
        SentStatement one = number >= 0 ? sent.get(number) : context.seen();
        Discretion discretion = new Discretion();
        sent.forEach(other -> discretion.sent(other.statement()));
        return judged(refused, discretion, (kind, cause) -> {
            if (one == null) {
                return new RefusedTogetherException(cause);
            }
            StatementFailure failure =
                    StatementFailure.of(one, database.describe(refused), kind, took, blockage, cause);
            return number >= 0 || LockPatience.isForWantOfALock(failure)
                    ? new FailedException(failure)
                    : new RefusedTogetherException(cause);
        });
    }

    /** A commit was refused, as deferred constraints can do although every statement had passed. */
    RuntimeException atCommit(StepContext step, DataAccessException refused) {
        Discretion discretion = new Discretion();
        step.outline().forEach(discretion::sent);
        return of(step.step().revision().origin(), "  (at the commit)", discretion, refused, "");
    }

    /** Something was refused that a statement gave reason to send, before it was its turn. */
    RuntimeException before(ScriptStatement statement, DataAccessException refused, String reason) {
        return of(statement.origin(), firstLine(statement), Discretion.of(statement), refused, reason);
    }

    /** The query of a check was refused. */
    RuntimeException of(Check check, DataAccessException refused) {
        return of(check.origin(), firstLine(check.query()), Discretion.of(check.query()), refused, "");
    }

    private static String firstLine(ScriptStatement statement) {
        int line = statement.origin().line();
        return Excerpt.of(statement.written(), line, line, 0);
    }

    private RuntimeException of(
            Origin place, String excerpt, Discretion discretion, DataAccessException refused, String hint) {
        return judged(refused, discretion, (kind, cause) -> {
            SqlError said = discretion.about(database.describe(refused));
            StatementFailure failure = new StatementFailure(place, excerpt, said, kind, context.blocking(), cause);
            return new FailedException(hint.isEmpty() ? failure : failure.explained(hint));
        });
    }

    private RuntimeException judged(
            DataAccessException refused,
            Discretion discretion,
            BiFunction<FailureKind, DataAccessException, RuntimeException> unlessLost) {
        FailureKind kind = database.kindOf(refused);
        DataAccessException cause = discretion.about(refused, database.describe(refused));
        return kind == FailureKind.CONNECTION_LOST ? cause : unlessLost.apply(kind, cause);
    }
}
