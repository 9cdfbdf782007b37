package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.jdbc.Session;
import dev.instar.script.ScriptStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Sends the statements of a part many at a time, without waiting for an answer between them. Should it not be known
 * then which of them the server refused, {@link StatementRunner} has to find out.
 */
final class Convoy {

    /**
     * Well below what a socket takes in: if the server waited until its answers are read, and the driver until its
     * statements are, nobody would go on.
     */
    private static final int MOST_CHARACTERS = 16 * 1024;

    private static final int MOST_STATEMENTS = 200;

    private final StepContext step;
    private final Session session;
    private final Duration blockedAtMost;
    private final List<SentStatement> waiting = new ArrayList<>();
    private int characters;

    Convoy(StepContext step, Duration blockedAtMost) {
        this.step = step;
        this.session = step.session();
        this.blockedAtMost = blockedAtMost;
    }

    /**
     * Sends all of them.
     *
     * @throws FailedException when the server refused one of them
     * @throws RefusedTogetherException when it refused one, and which is not certain
     */
    void run(Part part) {
        int[] number = {0};
        step.outline().forEach(statement -> {
            if (part.contains(++number[0])) {
                add(statement, number[0]);
            }
        });
        send();
    }

    private void add(ScriptStatement statement, int number) {
        int length = statement.text().length();
        if (characters + length > MOST_CHARACTERS || waiting.size() == MOST_STATEMENTS) {
            send();
        }
        characters += length;
        waiting.add(new SentStatement(new CurrentStatement(step.step(), number, statement.origin()), statement));
    }

    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        List<SentStatement> sent = List.copyOf(waiting);
        waiting.clear();
        characters = 0;
        step.context().amid(sent);
        sent.forEach(one -> step.listener().statementStarted(step.run(), one.current()));
        step.context().blocking().begin(blockedAtMost);
        Stopwatch stopwatch = new Stopwatch();
        try {
            session.executeAll(texts(sent));
        } catch (DataAccessException refused) {
            throw failure(sent, refused, stopwatch.elapsed());
        } finally {
            // Who said it is not known; it is said where the first of them stands.
            step.context().messages().end(sent.get(0).current());
        }
        finished(sent, stopwatch.elapsed(), step.context().blocking().end());
    }

    private void finished(List<SentStatement> sent, Duration took, Blockage blockage) {
        Duration share = took.dividedBy(sent.size());
        for (SentStatement one : sent) {
            boolean waited = one.current().equals(step.context().current());
            step.listener()
                    .statementFinished(
                            step.run(), one.current(), share, waited ? blockage.blockedFor() : Duration.ZERO);
        }
    }

    private static List<String> texts(List<SentStatement> sent) {
        return sent.stream().map(one -> one.statement().text()).toList();
    }

    private RuntimeException failure(List<SentStatement> sent, DataAccessException refused, Duration took) {
        Blockage blockage = step.context().blocking().end();
        FailureKind kind = step.database().kindOf(refused);
        if (kind == FailureKind.CONNECTION_LOST) {
            return refused;
        }
        int number = sent.size() == 1 ? 0 : step.database().refusedOf(texts(sent), refused);
        SentStatement one = number >= 0 ? sent.get(number) : step.context().seen();
        if (one == null) {
            return new RefusedTogetherException(refused);
        }
        // Those before it have worked for the rest of the time, and not waited.
        Duration its = took.compareTo(blockedAtMost) < 0 ? took : blockedAtMost;
        StatementFailure failure =
                StatementFailure.of(one, step.database().describe(refused), kind, its, blockage, refused);
        return number >= 0 || LockPatience.isForWantOfALock(failure)
                ? new FailedException(failure)
                : new RefusedTogetherException(refused);
    }
}
