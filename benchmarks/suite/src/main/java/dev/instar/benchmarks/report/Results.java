package dev.instar.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Everything that was measured, in the order it was measured. */
public final class Results {

    private final List<Measurement> all = new ArrayList<>();

    public void add(Measurement measurement) {
        all.add(measurement);
    }

    /** The medians of one scenario: a row for each tool, a column for each size. */
    public Table table(String scenario, ToDoubleFunction<Measurement> value) {
        List<Measurement> measured =
                all.stream().filter(one -> one.of().scenario().equals(scenario)).toList();
        List<Integer> sizes = measured.stream()
                .map(one -> one.of().size())
                .distinct()
                .sorted()
                .toList();
        List<Table.Row> rows = measured.stream()
                .map(one -> one.of().tool())
                .distinct()
                .map(tool -> row(tool, sizes, measured, value))
                .sorted((left, right) -> Double.compare(left.last(), right.last()))
                .toList();
        return new Table(sizes, rows);
    }

    private static Table.Row row(
            String tool, List<Integer> sizes, List<Measurement> measured, ToDoubleFunction<Measurement> value) {
        List<Measurement> own =
                measured.stream().filter(one -> one.of().tool().equals(tool)).toList();
        return new Table.Row(
                tool,
                sizes.stream()
                        .map(size -> Median.of(
                                own.stream()
                                        .filter(one -> one.of().size() == size)
                                        .toList(),
                                value))
                        .toList());
    }

    /** Every single measurement as comma-separated values. */
    public String csv() {
        StringBuilder csv = new StringBuilder("scenario,size,tool,round,"
                + "millis,processor_millis,server_millis,heap_megabytes,resident_megabytes\n");
        for (Measurement one : all) {
            Case of = one.of();
            csv.append("%s,%d,\"%s\",%d".formatted(of.scenario(), of.size(), of.tool(), of.round()));
            for (double value : new double[] {
                one.millis(), one.processorMillis(), one.serverMillis(), one.heapMegabytes(), one.residentMegabytes()
            }) {
                csv.append(',').append(Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "");
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
