package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.StatementKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Sends the statements of a step one by one, and knows where in its file each of them stands. */
final class StatementRunner {

    private static final Logger log = LoggerFactory.getLogger(StatementRunner.class);

    private final StepContext step;
    private final Database database;
    private final Session session;

    StatementRunner(StepContext step) {
        this.step = step;
        this.database = step.database();
        this.session = step.session();
    }

    /** Whether somebody wants to read each statement in the log at the moment it is sent. */
    static boolean isLogging() {
        return log.isDebugEnabled();
    }

    /**
     * Sends the statements of a part.
     *
     * @param blockedAtMost how long each of them may wait for locks altogether
     */
    void run(Part part, Duration blockedAtMost) {
        step.outline().forEach(part, (statement, number) -> run(statement, number, blockedAtMost));
    }

    /** Sends one statement; a lost connection is not its failure, and is thrown as that. */
    void run(ScriptStatement statement, int number, Duration blockedAtMost) {
        if (isLogging()) {
            log.debug("{}: {}", statement.origin(), Excerpt.withoutSecrets(statement.written()));
        }
        CurrentStatement current = new CurrentStatement(step.step(), number, statement.origin());
        step.context().at(current);
        step.listener().statementStarted(step.run(), current);
        step.context().blocking().begin(blockedAtMost);
        Stopwatch stopwatch = new Stopwatch();
        try {
            limited(statement.options().timeout(), () -> send(statement));
        } catch (DataAccessException refused) {
            throw step.context()
                    .refusals()
                    .of(new SentStatement(current, statement), label(), refused, stopwatch.elapsed());
        } finally {
            step.context().messages().end(current);
        }
        Blockage blockage = step.context().blocking().end();
        step.listener().statementFinished(step.run(), current, stopwatch.elapsed(), blockage.blockedFor());
    }

    private void limited(@Nullable Duration timeout, Runnable sending) {
        if (timeout == null) {
            sending.run();
        } else {
            Hold hold = step.context().locked().hold();
            hold.limitStatement(timeout);
            sending.run();
            hold.limitStatement(step.context().settings().statementTimeout());
        }
    }

    private void send(ScriptStatement statement) {
        if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
            String text = session.isInTransaction()
                    ? statement.text()
                    : step.context().locked().labelled(statement.text());
            database.copy(session, text, statement.data());
        } else if (session.isInTransaction()) {
            session.execute(statement.text());
        } else {
            step.context().locked().executeAlone(statement.text());
        }
    }

    /** How much the server was sent in front of the statement. */
    private int label() {
        return session.isInTransaction()
                ? 0
                : step.context().locked().hold().label().length();
    }
}
