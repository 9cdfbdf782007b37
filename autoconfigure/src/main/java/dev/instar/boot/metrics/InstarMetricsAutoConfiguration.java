package dev.instar.boot.metrics;

import dev.instar.boot.DriftSnapshots;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.MigratedOnlyEvent;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.drift.DriftAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Records runs as observations and shows where each database stands as gauges. */
@AutoConfiguration(
        after = {InstarAutoConfiguration.class, DriftAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass({MeterRegistry.class, ObservationRegistry.class})
@ConditionalOnBean({MigratedDatabases.class, MeterRegistry.class})
public final class InstarMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    RunMetrics instarRunMetrics(ConfigurableListableBeanFactory beans, ObjectProvider<ObservationFilter> filters) {
        return new RunMetrics(new ReadyRegistry(beans), filters::orderedStream);
    }

    @Bean
    ApplicationListener<MigratedOnlyEvent> instarRunMetricsBeforeTheEnd(
            RunMetrics metrics, ObjectProvider<MeterRegistry> registries) {
        return event -> registries.ifAvailable(metrics::bindTo);
    }

    @Bean
    @ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
    RevisionGauges instarRevisionGauges(MigratedDatabases databases) {
        return new RevisionGauges(databases);
    }

    @Bean
    @ConditionalOnBean(DriftSnapshots.class)
    DriftGauges instarDriftGauges(DriftSnapshots snapshots) {
        return new DriftGauges(snapshots);
    }
}
