package dev.instar.benchmarks.report;

/**
 * One run of one process. What was not measured is not a number.
 *
 * @param processorMillis what the tool's process used of the processors
 * @param serverMillis what the database used meanwhile
 * @param heapMegabytes the sum of the peaks of all heap pools
 * @param residentMegabytes the process's peak
 */
public record Measurement(
        Case of,
        double millis,
        double processorMillis,
        double serverMillis,
        double heapMegabytes,
        double residentMegabytes) {

    /** A run of which only the time is known. */
    public static Measurement timed(Case of, double millis) {
        return new Measurement(of, millis, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The same run, with what the database used. */
    public Measurement withServer(double used) {
        return new Measurement(of, millis, processorMillis, used, heapMegabytes, residentMegabytes);
    }

    /** How much longer this took than the other, and worked. */
    Measurement minus(Measurement other) {
        return new Measurement(
                of, millis - other.millis, processorMillis - other.processorMillis, Double.NaN, Double.NaN, Double.NaN);
    }

    /** What tool and database used of the processors, as far as it is known. */
    public double work() {
        return orZero(processorMillis) + orZero(serverMillis);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
