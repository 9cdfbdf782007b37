package dev.instar.boot.metrics;

import dev.instar.boot.DriftSnapshot;
import dev.instar.boot.DriftSnapshots;
import dev.instar.drift.Drift;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The gauge {@code instar.drift.objects}, which has no value while it is not known what has changed. */
final class DriftGauges implements MeterBinder {

    private final DriftSnapshots snapshots;

    DriftGauges(DriftSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        snapshots
                .byDatabase()
                .forEach((name, snapshot) -> Gauge.builder("instar.drift.objects", snapshot, DriftGauges::objects)
                        .description("Objects of the schema that are not as the last run left them.")
                        .tag(RunMetrics.DATABASE, name)
                        .register(registry));
    }

    private static double objects(DriftSnapshot snapshot) {
        Drift drift = snapshot.look();
        return drift == null ? Double.NaN : drift.objects().size();
    }
}
