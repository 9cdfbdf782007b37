package dev.instar.boot.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.health.InstarHealthAutoConfiguration;
import dev.instar.boot.metrics.InstarMetricsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DriftTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    @Timeout(60)
    void healthNamesWhatHasChangedAndAGaugeCountsIt() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        InstarAutoConfiguration.class,
                        DriftAutoConfiguration.class,
                        InstarHealthAutoConfiguration.class,
                        InstarMetricsAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location(),
                        "instar.drift.enabled=true",
                        "instar.drift.interval=0s")
                .run(context -> {
                    database.client().sql("CREATE TABLE stray (id int)").update();
                    HealthIndicator health = context.getBean("migrationsHealthContributor", HealthIndicator.class);
                    Object drift = health.health().getDetails().get("drift");
                    while (drift == null) {
                        Thread.onSpinWait();
                        drift = health.health().getDetails().get("drift");
                    }
                    assertThat(drift).isEqualTo(List.of("added table public.stray"));
                    MeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
                    context.getBeansOfType(MeterBinder.class).values().forEach(binder -> binder.bindTo(registry));
                    assertThat(gauge(registry)).isOne();
                });
    }

    private static double gauge(MeterRegistry registry) {
        return registry.get("instar.drift.objects").gauge().value();
    }
}
