package dev.instar.benchmarks.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What one way took for a turn, in milliseconds. */
final class Timings {

    static final String TITLE = """
            | | round trips a revision | median, ms | client's work | server's work | a millisecond away, ms |
            |---|---:|---:|---:|---:|---:|
            """;

    private final List<Sending> near = new ArrayList<>();
    private final List<Sending> far = new ArrayList<>();
    private double roundTrips;

    void near(Sending sending) {
        near.add(sending);
    }

    void far(Sending sending) {
        far.add(sending);
    }

    void counted(double trips) {
        roundTrips = trips;
    }

    String row(String title) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.0f | %.0f | %.0f | %.0f |%n",
                title,
                roundTrips,
                median(near, Sending::millis),
                median(near, Sending::client),
                median(near, Sending::server),
                median(far, Sending::millis));
    }

    private static double median(List<Sending> sendings, ToDoubleFunction<Sending> value) {
        List<Double> sorted =
                sendings.stream().map(value::applyAsDouble).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
