package dev.instar.boot.autoconfigure;

import dev.instar.boot.InstarFailureAnalyzer;
import dev.instar.boot.MigratedOnlyEvent;
import dev.instar.boot.Mode;
import dev.instar.lock.LockUnavailableException;
import dev.instar.revision.InstarException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The process of {@code instar.mode=migrate-only}: migrates, and ends when everything exists that is needed for that,
 * before anything is started. It ends itself in failure too: an exit code of its own choosing is something that Spring
 * Boot asks half-destroyed beans about, and they answer with a stack trace.
 */
final class MigrateOnly implements SmartInitializingSingleton {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int LOCK_UNAVAILABLE = 4;

    private final Mode mode;
    private final ConfigurableApplicationContext context;
    private @Nullable InstarException failure;

    MigrateOnly(Mode mode, ConfigurableApplicationContext context) {
        this.mode = mode;
        this.context = context;
    }

    /** Whether a database has failed already, so that those behind it are left alone. */
    boolean hasFailed() {
        return failure != null;
    }

    /** A database could not be migrated; the process ends when everybody has had a chance to report. */
    void failed(InstarException reason) {
        failure = reason;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (mode == Mode.MIGRATE_ONLY) {
            if (failure != null) {
                new LoggingFailureAnalysisReporter().report(InstarFailureAnalyzer.describe(failure));
            }
            context.publishEvent(new MigratedOnlyEvent(context));
            context.close();
            System.exit(exitCode());
        }
    }

    private int exitCode() {
        if (failure == null) {
            return DONE;
        }
        Throwable reason = failure instanceof DatabaseFailedException named ? named.getCause() : failure;
        return reason instanceof LockUnavailableException ? LOCK_UNAVAILABLE : FAILED;
    }
}
