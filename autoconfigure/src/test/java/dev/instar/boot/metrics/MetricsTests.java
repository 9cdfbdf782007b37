package dev.instar.boot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.instar.Instar;
import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class MetricsTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void countsWhatAStartDidEvenThoughNobodyHadARegistryYet() {
        runner().run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("instar.run")
                            .tags(
                                    "database",
                                    "dataSource",
                                    "direction",
                                    "upgrade",
                                    "outcome",
                                    "success",
                                    "error",
                                    "none")
                            .timer()
                            .count())
                    .isOne();
            assertThat(registry.get("instar.revision").timer().count()).isEqualTo(2);
            assertThat(registry.get("instar.lock.wait")
                            .tag("outcome", "success")
                            .timer()
                            .count())
                    .isOne();
        });
    }

    @Test
    void showsEveryMeterBeforeAnythingHasHappened() {
        runner().withPropertyValues("instar.mode=off").run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            for (String name : List.of(
                    "instar.run",
                    "instar.revision",
                    "instar.lock.wait",
                    "instar.ddl.lock.wait",
                    "instar.ddl.lock.held")) {
                assertThat(registry.get(name)
                                .tag("database", "dataSource")
                                .timer()
                                .count())
                        .isZero();
            }
            assertThat(registry.get("instar.lock.wait").timers())
                    .as("a rule sees a count go up only where it has seen the zero")
                    .extracting(timer -> timer.getId().getTag("outcome"))
                    .containsExactlyInAnyOrder("success", "failure");
        });
    }

    @Test
    void aThousandScrapesAskTheDatabaseOnce() {
        AtomicInteger asked = new AtomicInteger();
        DataSource counting = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        };
        runner().withBean(DataSource.class, () -> counting)
                .withPropertyValues("instar.snapshot.ttl=1h", "instar.snapshot.timeout=1m", "instar.mode=off")
                .run(context -> {
                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    asked.set(0);
                    for (int scrape = 0; scrape < 1000; scrape++) {
                        registry.getMeters().forEach(meter -> meter.measure().forEach(Measurement::getValue));
                    }
                    assertThat(asked).hasValue(1);
                });
    }

    @Test
    void observesARunOnceThereIsARegistry() {
        runner().withUserConfiguration(WantsObservationsFirst.class).run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("instar.run").timer().count()).isOne();
            assertThat(registry.get("instar.revision").timer().count()).isEqualTo(2);
            assertThat(registry.find("instar.run.active").longTaskTimer()).isNotNull();
        });
    }

    @Test
    void makesTheSameSeriesEitherWay() {
        runner().run(context -> {
            context.getBean(Instar.class).downgrade(Target.BASE, Trigger.COMMAND);
            List<Timer> timers = context.getBean(MeterRegistry.class).find("instar.run").timers().stream()
                    .toList();
            assertThat(timers).hasSize(2);
            assertThat(timers.stream().map(MetricsTests::keys).distinct()).hasSize(1);
        });
    }

    /** Whoever asks for the series of one region must find the runs of starts, too. */
    @Test
    void whatIsSaidOfAllObservationsIsSaidOfARunThatNobodyObserved() {
        runner().withPropertyValues("management.observations.key-values.region=eu")
                .run(context -> {
                    context.getBean(Instar.class).downgrade(Target.BASE, Trigger.COMMAND);
                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    for (String name : List.of("instar.run", "instar.revision")) {
                        assertThat(registry.find(name).timers())
                                .hasSize(2)
                                .allSatisfy(timer -> assertThat(timer.getId().getTag("region"))
                                        .isEqualTo("eu"));
                    }
                });
    }

    @Test
    void countsAFailure() {
        new RevisionFolder(folder).write("003_broken.sql", "SELECT nothing;");

        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        runner().withBean(MeterRegistry.class, () -> registry)
                .withPropertyValues("instar.mode=off")
                .run(context -> {
                    catchThrowable(() -> context.getBean(Instar.class).upgrade(Target.HEADS, Trigger.COMMAND));
                    assertThat(registry.get("instar.revision")
                                    .tags("outcome", "failure", "error", "StepFailedException")
                                    .timer()
                                    .count())
                            .isOne();
                    assertThat(registry.get("instar.revisions.failed").gauge().value())
                            .isOne();
                });
    }

    @Test
    void countsWhatAttemptsHaveWaitedForATableThatWereTakenBack() {
        new RevisionFolder(folder).write("003_waits.sql", "ALTER TABLE customer ADD phone text;");
        runner().withPropertyValues("instar.target=002", "instar.ddl-lock-timeout=800ms", "instar.lock-budget=1s")
                .run(context -> {
                    try (Connection other = database.dataSource().getConnection()) {
                        other.setAutoCommit(false);
                        other.createStatement().execute("LOCK TABLE customer");

                        assertThat(catchThrowable(
                                        () -> context.getBean(Instar.class).upgrade(Target.HEADS, Trigger.COMMAND)))
                                .hasMessageContaining("did not get its locks");
                    }
                    Timer waiting = context.getBean(MeterRegistry.class)
                            .get("instar.ddl.lock.wait")
                            .timer();
                    assertThat(waiting.totalTime(TimeUnit.MILLISECONDS)).isPositive();
                    assertThat(waiting.count()).isPositive();
                });
    }

    @ParameterizedTest
    @CsvSource({"revision, 1", "run, 3"})
    void countsWhatALostConnectionTookBackAndForgetsNothing(String transaction, int takenBack) {
        database.client().sql("CREATE SEQUENCE attempt").update();
        new RevisionFolder(folder)
                .write(
                        "003_lost.sql",
                        "SELECT CASE nextval('attempt') WHEN 1 THEN pg_terminate_backend(pg_backend_pid()) END;");

        runner().withPropertyValues("instar.mode=off", "instar.group-size=1", "instar.transaction=" + transaction)
                .run(context -> {
                    context.getBean(Instar.class).upgrade(Target.HEADS, Trigger.COMMAND);
                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    assertThat(revisions(registry, "success")).isEqualTo(3);
                    assertThat(revisions(registry, "failure")).isEqualTo(takenBack);
                    assertThat(registry.find("instar.revision.active").longTaskTimers())
                            .isNotEmpty()
                            .allSatisfy(
                                    active -> assertThat(active.activeTasks()).isZero());
                });
    }

    @Test
    void showsWhereTheDatabaseStands() {
        runner().run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(gauge(registry, "instar.revisions.applied")).isEqualTo(2);
            assertThat(gauge(registry, "instar.revisions.pending")).isZero();
            assertThat(gauge(registry, "instar.revisions.failed")).isZero();
            assertThat(gauge(registry, "instar.revisions.unknown")).isZero();
            assertThat(gauge(registry, "instar.revisions.heads")).isOne();
            assertThat(gauge(registry, "instar.last.success"))
                    .isEqualTo(database.client()
                            .sql("SELECT floor(extract(epoch FROM max(applied_at))) FROM migration_history")
                            .query(Double.class)
                            .single());
        });
    }

    @Test
    void showsNothingWhileTheDatabaseIsNotThere() {
        runner().withPropertyValues("instar.mode=off", "spring.datasource.url=jdbc:postgresql://localhost:1/none")
                .withPropertyValues("spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource")
                .run(context -> assertThat(gauge(context.getBean(MeterRegistry.class), "instar.revisions.pending"))
                        .isNaN());
    }

    @Test
    void neverTurnsAnIdIntoATag() {
        runner().run(context -> assertThat(context.getBean(MeterRegistry.class).getMeters().stream()
                        .filter(meter -> meter.getId().getName().startsWith("instar."))
                        .flatMap(meter -> meter.getId().getTags().stream())
                        .map(tag -> tag.getKey())
                        .distinct())
                .containsExactlyInAnyOrder("database", "direction", "outcome", "error"));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        InstarAutoConfiguration.class,
                        InstarMetricsAutoConfiguration.class,
                        MetricsAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class,
                        SimpleMetricsExportAutoConfiguration.class,
                        ObservationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "instar.snapshot.ttl=0s",
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location());
    }

    private static double gauge(MeterRegistry registry, String name) {
        return registry.get(name).tag("database", "dataSource").gauge().value();
    }

    private static long revisions(MeterRegistry registry, String outcome) {
        return registry.get("instar.revision").tag("outcome", outcome).timer().count();
    }

    private static List<String> keys(Meter meter) {
        return meter.getId().getTags().stream().map(tag -> tag.getKey()).collect(Collectors.toList());
    }

    @Configuration(proxyBeanMethods = false)
    static class WantsObservationsFirst {

        @Bean
        static BeanPostProcessor early(ObjectProvider<ObservationRegistry> registry) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (name.equals("instarInitializer")) {
                        registry.getObject();
                    }
                    return bean;
                }
            };
        }
    }
}
