package dev.instar.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Every database that tests of this JVM have at the moment. */
final class Clones {

    /** Where everything is done that no test waits for. */
    static final ExecutorService LATER = background();

    private static final long PATIENCE_SECONDS = 10;
    private static final Map<DatabaseRequest, Clone> ALL = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Clones::dropWhatWouldStay, "instar-test-databases-end"));
    }

    private Clones() {}

    /** Does what comes too late, when the JVM is ending, at once. */
    static ExecutorService background() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "instar-test-databases");
                    thread.setDaemon(true);
                    return thread;
                },
                (task, ended) -> task.run());
    }

    static Clone of(DatabaseRequest request) {
        return ALL.computeIfAbsent(request, wanted -> new Clone(TestServers.get(wanted.server())));
    }

    /** Drops the database, a little later, unless other classes have it too, or somebody holds it. */
    static void release(DatabaseRequest request) {
        Clone clone = ALL.get(request);
        if (clone != null && request.owner() != null && !clone.isHeld()) {
            ALL.remove(request);
            LATER.execute(clone::dropQuietly);
        }
    }

    private static void dropWhatWouldStay() {
        try {
            LATER.shutdown();
            LATER.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        Template.dropWhatNobodyTook();
        ALL.values().stream().filter(clone -> !clone.isDisposable()).forEach(Clone::dropQuietly);
    }
}
