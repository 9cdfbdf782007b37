package dev.instar.boot.actuate;

import dev.instar.DatabaseUnavailableException;
import dev.instar.boot.Look;
import dev.instar.boot.MigratedDatabase;
import dev.instar.revision.InstarException;
import dev.instar.run.Run;
import dev.instar.run.RunBrokenOffException;
import dev.instar.run.StepFailedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * What this process was asked to do over the endpoint: one thing at a time for each database, on a thread that is nobody
 * else's, so that a request is answered long before it is done.
 */
final class Requests implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final Duration grace;
    private final Map<String, RequestDescriptor> latest = new ConcurrentHashMap<>();
    private final Map<MigratedDatabase, Thread> threads = new ConcurrentHashMap<>();

    Requests() {
        this(GRACE);
    }

    Requests(Duration grace) {
        this.grace = grace;
    }

    /** The last one for this database, whatever became of it. */
    @Nullable
    RequestDescriptor latest(MigratedDatabase database) {
        return latest.get(database.name());
    }

    /** Refuses while another one is going on. */
    void refuseWhileBusy(MigratedDatabase database) {
        RequestDescriptor other = latest(database);
        if (other != null && other.state() == RequestDescriptor.State.ACCEPTED) {
            throw RefusedException.busy(new Refusal(
                    "The %s to '%s' that %s asked for is still going on."
                            .formatted(other.operation(), other.target(), other.by()),
                    "Wait for run '%s' to end.".formatted(other.id()),
                    null));
        }
    }

    /** Lets it go on without the caller, and says under which name. */
    synchronized RequestDescriptor accept(WriteRequest request, Run run) {
        MigratedDatabase database = request.database();
        refuseWhileBusy(database);
        RequestDescriptor accepted = RequestDescriptor.accepted(
                run, request.operation(), request.target().toString());
        latest.put(database.name(), accepted);
        Thread thread = new Thread(() -> carryOut(request, run, accepted), "instar-endpoint-" + database.name());
        thread.setDaemon(true);
        threads.put(database, thread);
        thread.start();
        return accepted;
    }

    private void carryOut(WriteRequest request, Run run, RequestDescriptor accepted) {
        RequestDescriptor ended =
                accepted.in(RequestDescriptor.State.FAILED, "It ended unexpectedly; the log says why.");
        try {
            log.info(
                    "{} wants the {} of '{}' to '{}'.",
                    run.by(),
                    accepted.operation(),
                    request.database().name(),
                    accepted.target());
            boolean done = request.operation().carryOut(request.database().instar(), request.target(), run);
            ended = accepted.in(done ? RequestDescriptor.State.SUCCEEDED : RequestDescriptor.State.NOTHING_TO_DO, null);
        } catch (InstarException failure) {
            log.error("Run {} failed. {}", run.id(), failure.getMessage());
            ended = accepted.in(RequestDescriptor.State.FAILED, summary(failure));
        } catch (RuntimeException failure) {
            log.error("Run {} failed.", run.id(), failure);
        } finally {
            latest.put(request.database().name(), ended);
            // The next one may have been accepted meanwhile.
            threads.remove(request.database(), Thread.currentThread());
        }
    }

    /** Fit for everyone who may see the endpoint: neither SQL nor hosts. */
    private static String summary(InstarException failure) {
        if (failure instanceof StepFailedException step) {
            return step.summary();
        }
        if (failure instanceof RunBrokenOffException) {
            return "The run broke off; the log says why.";
        }
        return failure instanceof DatabaseUnavailableException
                ? Look.PROBLEM
                : failure.description().strip();
    }

    /** Lets all that is going on end at its next safe point, within one time for all. */
    @Override
    public void destroy() throws InterruptedException {
        long deadline = System.nanoTime() + grace.toNanos();
        threads.keySet().forEach(database -> database.instar().stop());
        for (Thread going : threads.values()) {
            TimeUnit.NANOSECONDS.timedJoin(going, deadline - System.nanoTime());
        }
    }
}
