package dev.instar.boot.drift;

import dev.instar.boot.DriftSnapshot;
import dev.instar.boot.DriftSnapshots;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.autoconfigure.InstarProperties;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** Remembers what a run leaves, and watches whether it stays so. */
@AutoConfiguration(after = InstarAutoConfiguration.class)
@ConditionalOnBooleanProperty("instar.drift.enabled")
@ConditionalOnBean(MigratedDatabases.class)
public final class DriftAutoConfiguration {

    @Bean
    DriftRecorder instarDriftRecorder(ObjectProvider<MigratedDatabases> databases) {
        return new DriftRecorder(databases);
    }

    @Bean
    DriftSnapshots instarDriftSnapshots(MigratedDatabases databases, InstarProperties properties) {
        Map<String, DriftSnapshot> snapshots = new HashMap<>();
        databases
                .all()
                .forEach(database -> snapshots.put(
                        database.name(),
                        new DriftSnapshot(
                                database.instar(), properties.getDrift().interval())));
        return new DriftSnapshots(snapshots);
    }
}
