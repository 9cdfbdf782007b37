package dev.instar;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The class path as the thread sees it that makes the engine. One of a common pool sees that of the JVM, and nothing of
 * what is within a service's jar.
 */
final class HomeClassPath {

    private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();

    /** Lets the calling thread see it for as long as that takes. */
    <T> T reading(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        @Nullable ClassLoader its = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(its);
        }
    }
}
