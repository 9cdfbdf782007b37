package dev.instar.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Sends statements many at a time, without waiting for an answer between them. Should it not be known then which of
 * them the server refused, {@link StatementRunner} has to find out.
 */
final class Convoy {

    /**
     * Well below what a socket takes in: if the server waited until its answers are read, and the driver until its
     * statements are, nobody would go on.
     */
    private static final int MOST_CHARACTERS = 16 * 1024;

    private static final int MOST_STATEMENTS = 200;

    private final RunContext context;
    private final RunListener listener;
    private final Duration blockedAtMost;
    private final List<SentStatement> waiting = new ArrayList<>();
    private int characters;

    Convoy(RunContext context, RunListener listener, Duration blockedAtMost) {
        this.context = context;
        this.listener = listener;
        this.blockedAtMost = blockedAtMost;
    }

    /**
     * Takes a part of a step; what came before it may be sent by now.
     *
     * @throws FailedException when the server refused one of those
     * @throws RefusedTogetherException when it refused one, and which is not certain
     */
    Convoy with(StepContext step, Part part) {
        step.outline()
                .forEach(
                        part,
                        (statement, number) -> add(new SentStatement(
                                new CurrentStatement(step.step(), number, statement.origin()), statement)));
        return this;
    }

    private void add(SentStatement one) {
        int length = one.statement().text().length();
        if (characters + length > MOST_CHARACTERS || waiting.size() == MOST_STATEMENTS) {
            send();
        }
        characters += length;
        waiting.add(one);
    }

    /** Sends what has not been sent yet, and throws as above. */
    void send() {
        if (waiting.isEmpty()) {
            return;
        }
        List<SentStatement> sent = List.copyOf(waiting);
        waiting.clear();
        characters = 0;
        context.amid(sent);
        for (SentStatement one : sent) {
            listener.statementStarted(context.run(), one.current());
        }
        context.blocking().begin(blockedAtMost);
        Stopwatch stopwatch = new Stopwatch();
        try {
            context.locked().session().executeAll(texts(sent));
        } catch (DataAccessException refused) {
            // Those before it have worked for the rest of the time, and not waited.
            throw context.refusals().among(sent, refused, LockPatience.shorter(stopwatch.elapsed(), blockedAtMost));
        } finally {
            // Who said it is not known; it is said where the first of them stands.
            context.messages().end(sent.get(0).current());
        }
        finished(sent, stopwatch.elapsed(), context.blocking().end());
    }

    private void finished(List<SentStatement> sent, Duration took, Blockage blockage) {
        Duration share = Duration.ofNanos(took.toNanos() / sent.size());
        for (SentStatement one : sent) {
            boolean waited = one.current() == context.current();
            listener.statementFinished(
                    context.run(), one.current(), share, waited ? blockage.blockedFor() : Duration.ZERO);
        }
    }

    private static List<String> texts(List<SentStatement> sent) {
        List<String> texts = new ArrayList<>(sent.size());
        for (SentStatement one : sent) {
            texts.add(one.statement().text());
        }
        return texts;
    }
}
