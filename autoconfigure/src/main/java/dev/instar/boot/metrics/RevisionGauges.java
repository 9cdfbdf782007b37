package dev.instar.boot.metrics;

import dev.instar.State;
import dev.instar.Status;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.StatusSnapshot;
import dev.instar.revision.AppliedRevision;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of where each database stands, with the tag {@code database}: {@code instar.revisions.applied}, {@code
 * .pending}, {@code .unknown}, {@code .heads}, {@code .failed} (one after a run that failed) and {@code
 * instar.last.success} (seconds since the epoch). They have no value while the database cannot be asked.
 */
final class RevisionGauges implements MeterBinder {

    private final MigratedDatabases databases;

    RevisionGauges(MigratedDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        databases.all().forEach(database -> bind(database, registry));
    }

    private static void bind(MigratedDatabase database, MeterRegistry registry) {
        gauge(
                "instar.revisions.applied",
                "Revisions that are applied.",
                database,
                registry,
                status -> status.position().applied().size());
        gauge(
                "instar.revisions.pending",
                "Revisions to be applied.",
                database,
                registry,
                status -> status.pending().size());
        gauge(
                "instar.revisions.unknown",
                "Applied revisions without a file.",
                database,
                registry,
                status -> status.position().unknown().size());
        gauge(
                "instar.revisions.heads",
                "Heads of the graph of revisions.",
                database,
                registry,
                status -> status.position().graph().heads().size());
        gauge(
                "instar.revisions.failed",
                "Whether the last run failed and left something to do.",
                database,
                registry,
                status -> status.state() == State.FAILED ? 1 : 0);
        Gauge.builder(
                        "instar.last.success",
                        database.snapshot(),
                        snapshot -> read(snapshot, RevisionGauges::lastSuccess))
                .description("When a revision was last applied.")
                .baseUnit("seconds")
                .tag(RunMetrics.DATABASE, database.name())
                .register(registry);
    }

    private static void gauge(
            String name,
            String description,
            MigratedDatabase database,
            MeterRegistry registry,
            ToDoubleFunction<Status> value) {
        Gauge.builder(name, database.snapshot(), snapshot -> read(snapshot, value))
                .description(description)
                .tag(RunMetrics.DATABASE, database.name())
                .register(registry);
    }

    private static double read(StatusSnapshot snapshot, ToDoubleFunction<Status> value) {
        @Nullable Status status = snapshot.look().status();
        return status == null ? Double.NaN : value.applyAsDouble(status);
    }

    private static double lastSuccess(Status status) {
        return status.position().applied().stream()
                .map(AppliedRevision::appliedAt)
                .max(Comparator.naturalOrder())
                .map(Instant::getEpochSecond)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }
}
