package dev.instar.benchmarks.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one way took, over all rounds. */
final class Timings {

    private final List<Double> near = new ArrayList<>();
    private final List<Double> far = new ArrayList<>();
    private double roundTrips;

    void add(double nearMillis, double farMillis, double trips) {
        near.add(nearMillis);
        far.add(farMillis);
        roundTrips = trips;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "best %7.0f ms, median %7.0f ms; far away best %7.0f ms, median %7.0f ms; %5.2f round trips",
                best(near),
                median(near),
                best(far),
                median(far),
                roundTrips);
    }

    private static double best(List<Double> times) {
        return times.stream().mapToDouble(time -> time).min().orElseThrow();
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
