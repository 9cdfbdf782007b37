package dev.instar.run;

import dev.instar.jdbc.Session;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls a revision written in Java, and is all that it sees of the run. */
final class JavaRunner implements RevisionContext {

    private final Session session;
    private final Map<String, String> placeholders;
    private final Run run;
    private final Step step;
    private final RunListener listener;

    JavaRunner(Session session, Map<String, String> placeholders, Run run, Step step, RunListener listener) {
        this.session = session;
        this.placeholders = placeholders;
        this.run = run;
        this.step = step;
        this.listener = listener;
    }

    void call(JavaRevision revision) {
        try {
            if (step.direction() == Direction.UPGRADE) {
                revision.upgrade(this);
            } else {
                revision.downgrade(this);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(interrupted);
        } catch (Exception failure) {
            throw failed(failure);
        }
    }

    private FailedException failed(Exception failure) {
        return new FailedException(new JavaFailure(step.revision().origin(), failure));
    }

    @Override
    public JdbcClient jdbc() {
        return session.client();
    }

    @Override
    public Map<String, String> placeholders() {
        return placeholders;
    }

    @Override
    public void progress(long done, long total) {
        listener.stepProgressed(run, step, done, total);
    }
}
