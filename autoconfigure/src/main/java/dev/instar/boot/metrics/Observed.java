package dev.instar.boot.metrics;

import dev.instar.run.Outcome;
import io.micrometer.core.instrument.Tags;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/** Measured as an observation, which is a timer, an active timer and a span at once. */
final class Observed implements Measurement {

    private final Observation observation;
    private Observation.Scope scope;

    private Observed(Observation observation) {
        this.observation = observation;
        this.scope = observation.openScope();
    }

    static Observed begin(ObservationRegistry registry, String name, Tags tags, String idName, String id) {
        Observation observation = Observation.createNotStarted(name, registry).highCardinalityKeyValue(idName, id);
        tags.forEach(tag -> observation.lowCardinalityKeyValue(tag.getKey(), tag.getValue()));
        observation.start();
        return new Observed(observation);
    }

    @Override
    public void leave() {
        scope.close();
        scope = Observation.Scope.NOOP;
    }

    @Override
    public void end(Outcome outcome, @Nullable Throwable failure) {
        leave();
        observation.lowCardinalityKeyValue(RunMetrics.OUTCOME, RunMetrics.word(outcome));
        if (failure != null) {
            observation.error(failure);
        }
        observation.stop();
    }
}
