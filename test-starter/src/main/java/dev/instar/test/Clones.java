package dev.instar.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every database that tests of this JVM have at the moment. */
final class Clones {

    private static final Map<DatabaseRequest, Clone> ALL = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Clones::dropWhatWouldStay, "instar-test-databases"));
    }

    private Clones() {}

    static Clone of(DatabaseRequest request) {
        return ALL.computeIfAbsent(request, wanted -> new Clone(TestServers.get(wanted.server())));
    }

    /** Drops the database unless other classes have it too, or somebody holds it. */
    static void release(DatabaseRequest request) {
        Clone clone = ALL.get(request);
        if (clone != null && request.owner() != null && !clone.isHeld()) {
            ALL.remove(request);
            clone.dropQuietly();
        }
    }

    private static void dropWhatWouldStay() {
        ALL.values().stream().filter(clone -> !clone.isDisposable()).forEach(Clone::dropQuietly);
    }
}
