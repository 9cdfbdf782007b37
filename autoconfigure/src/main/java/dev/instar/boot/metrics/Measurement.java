package dev.instar.boot.metrics;

import dev.instar.run.Outcome;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/** Something that has begun and is being measured. */
interface Measurement {

    /** It goes on, but what this thread does from now on is no part of it. */
    default void leave() {}

    /** Ends it, the one way or the other. */
    void end(Outcome outcome, @Nullable Throwable failure);

    /** Begins to measure; the id tells apart what the tags do not, and never becomes a tag of a meter. */
    static Measurement begin(String name, RunMetrics metrics, Tags tags, String idName, String id) {
        return metrics.observations()
                .<Measurement>map(registry -> Observed.begin(registry, name, tags, idName, id))
                .orElseGet(() -> new Clocked(name, metrics, tags));
    }
}
