package dev.instar.benchmarks.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a share of several measurements stays below; not a number where there are none. */
final class Quantile {

    static final double LOWER_QUARTILE = 0.25;
    static final double MEDIAN = 0.5;
    static final double UPPER_QUARTILE = 0.75;

    private Quantile() {}

    static double of(List<Measurement> measurements, ToDoubleFunction<Measurement> value, double share) {
        double[] sorted = measurements.stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
