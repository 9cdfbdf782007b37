package dev.instar.boot.metrics;

import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The observation registry, once something else has created it. It is never created for a run: it can be made of beans
 * that themselves wait for the schema.
 */
final class ReadyRegistry {

    private final ConfigurableListableBeanFactory beans;

    ReadyRegistry(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    Optional<ObservationRegistry> find() {
        return Stream.of(beans.getBeanNamesForType(ObservationRegistry.class, true, false))
                .map(beans::getSingleton)
                .filter(ObservationRegistry.class::isInstance)
                .map(ObservationRegistry.class::cast)
                .findFirst();
    }
}
