package dev.instar.benchmarks.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one way took, over all rounds, in milliseconds. */
final class Timings {

    private final List<Sending> near = new ArrayList<>();
    private final List<Sending> far = new ArrayList<>();
    private double roundTrips;

    void add(Sending nearby, Sending away, double trips) {
        near.add(nearby);
        far.add(away);
        roundTrips = trips;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "best %6.0f, median %6.0f; work of the client %5.0f, of the server %5.0f; far best %5.0f, median %5.0f;"
                        + " %5.2f round trips",
                quantile(near.stream().map(Sending::millis).toList(), 0),
                quantile(near.stream().map(Sending::millis).toList(), 0.5),
                quantile(near.stream().map(Sending::client).toList(), 0.2),
                quantile(near.stream().map(Sending::server).toList(), 0.2),
                quantile(far.stream().map(Sending::millis).toList(), 0),
                quantile(far.stream().map(Sending::millis).toList(), 0.5),
                roundTrips);
    }

    private static double quantile(List<Double> values, double share) {
        return values.stream().sorted().toList().get((int) (share * values.size()));
    }
}
