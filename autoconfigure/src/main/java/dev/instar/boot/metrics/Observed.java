package dev.instar.boot.metrics;

import dev.instar.run.Outcome;
import io.micrometer.core.instrument.Tags;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/** Measured as an observation, which is a timer, an active timer and a span at once. */
record Observed(Observation observation, Observation.Scope scope) implements Measurement {

    static Observed begin(ObservationRegistry registry, String name, Tags tags, String idName, String id) {
        Observation observation = Observation.createNotStarted(name, registry).highCardinalityKeyValue(idName, id);
        tags.forEach(tag -> observation.lowCardinalityKeyValue(tag.getKey(), tag.getValue()));
        observation.start();
        return new Observed(observation, observation.openScope());
    }

    @Override
    public void end(Outcome outcome, @Nullable Throwable failure) {
        scope.close();
        observation.lowCardinalityKeyValue(RunMetrics.OUTCOME, RunMetrics.word(outcome));
        if (failure != null) {
            observation.error(failure);
        }
        observation.stop();
    }
}
