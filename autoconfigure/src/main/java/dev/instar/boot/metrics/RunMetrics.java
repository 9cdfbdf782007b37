package dev.instar.boot.metrics;

import dev.instar.boot.RunListenerFactory;
import dev.instar.revision.Direction;
import dev.instar.run.Outcome;
import dev.instar.run.RunListener;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Records what runs do: the observations {@code instar.run} and {@code instar.revision}, which make timers, active
 * timers and spans, and the timers {@code instar.lock.wait}, {@code instar.ddl.lock.wait} and {@code
 * instar.ddl.lock.held}. What happens while there is no registry yet, as at most starts, is kept and recorded as timers
 * when there is one.
 */
final class RunMetrics implements RunListenerFactory, MeterBinder {

    static final String DATABASE = "database";
    static final String DIRECTION = "direction";
    static final String OUTCOME = "outcome";
    static final String RUN = "instar.run";
    static final String REVISION = "instar.revision";
    static final String LOCK_WAIT = "instar.lock.wait";
    static final String DDL_LOCK_WAIT = "instar.ddl.lock.wait";
    static final String DDL_LOCK_HELD = "instar.ddl.lock.held";

    /** What is measured as an observation where somebody observes. */
    private static final Set<String> OBSERVED = Set.of(RUN, REVISION);

    private final ReadyRegistry observations;
    private final Supplier<Stream<ObservationFilter>> filters;
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
    private final List<Consumer<MeterRegistry>> early = new ArrayList<>();
    private final List<String> databases = new CopyOnWriteArrayList<>();

    /**
     * Metrics of runs.
     *
     * @param filters what the application says about every observation
     */
    RunMetrics(ReadyRegistry observations, Supplier<Stream<ObservationFilter>> filters) {
        this.observations = observations;
        this.filters = filters;
    }

    @Override
    public RunListener listenTo(String database) {
        databases.add(database);
        registries.forEach(registry -> showAtZero(database, registry));
        return new MicrometerListener(database, this);
    }

    /** Where to observe, once somebody else has needed a registry. */
    Optional<ObservationRegistry> observations() {
        return observations.find();
    }

    /** Records how long something took, now or as soon as there is where to. */
    synchronized void time(String name, Duration duration, Tags tags) {
        Consumer<MeterRegistry> timing = registry -> record(name, duration, tags, registry);
        if (registries.isEmpty()) {
            early.add(timing);
        } else {
            registries.forEach(timing);
        }
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        registries.add(registry);
        databases.forEach(database -> showAtZero(database, registry));
        early.forEach(timing -> timing.accept(registry));
        early.clear();
    }

    /** A rule can only watch what is there, and most of what it watches for has not happened yet. */
    private void showAtZero(String database, MeterRegistry registry) {
        Tags tags = Tags.of(DATABASE, database);
        Tags wentWell = tags.and(OUTCOME, word(Outcome.SUCCESS));
        Tags upgraded = wentWell.and(DIRECTION, word(Direction.UPGRADE), "error", "none");
        registry.timer(RUN, asObserved(RUN, upgraded));
        registry.timer(REVISION, asObserved(REVISION, upgraded));
        registry.timer(LOCK_WAIT, wentWell);
        registry.timer(LOCK_WAIT, tags.and(OUTCOME, word(Outcome.FAILURE)));
        registry.timer(DDL_LOCK_WAIT, tags);
        registry.timer(DDL_LOCK_HELD, tags);
    }

    private void record(String name, Duration duration, Tags tags, MeterRegistry registry) {
        Tags all = OBSERVED.contains(name) ? asObserved(name, tags) : tags;
        Timer.builder(name).tags(all).register(registry).record(duration);
    }

    /** All series of one name shall have the same labels, and an observation has those that filters add, too. */
    private Tags asObserved(String name, Tags tags) {
        Observation.Context context = new Observation.Context();
        context.setName(name);
        tags.forEach(tag -> context.addLowCardinalityKeyValue(KeyValue.of(tag.getKey(), tag.getValue())));
        Observation.Context seen = context;
        for (ObservationFilter filter : filters.get().toList()) {
            seen = filter.map(seen);
        }
        List<Tag> observed = new ArrayList<>();
        for (KeyValue value : seen.getLowCardinalityKeyValues()) {
            observed.add(Tag.of(value.getKey(), value.getValue()));
        }
        return Tags.of(observed);
    }

    /** A constant as tags write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
