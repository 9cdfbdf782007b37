package dev.instar.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return new Table.Row(
                tool,
                sizes.stream()
                        .map(size -> Quantile.of(of(measured, tool, size), value, Quantile.MEDIAN))
                        .toList());
    }

    private static List<Measurement> of(List<Measurement> measured, String tool, int size) {
        return measured.stream()
                .filter(one -> one.of().tool().equals(tool) && one.of().size() == size)
                .toList();
    }

    /** What each took longer than one of the tools did in the same round of the same scenario and size. */
    public Results pairedWith(String reference) {
        Results pairs = new Results();
        for (Measurement one : all) {
            Case plain = new Case(
                    one.of().scenario(), one.of().size(), reference, one.of().round());
            if (!plain.equals(one.of())) {
                find(plain).ifPresent(base -> pairs.add(one.minus(base)));
            }
        }
        return pairs;
    }

    private Optional<Measurement> find(Case wanted) {
        return all.stream().filter(one -> one.of().equals(wanted)).findFirst();
    }

    /** How far the times of one scenario are spread: their quartiles, and how many there are. */
    public String spread(String scenario, String columnTitle) {
        Table table = table(scenario, Measurement::millis);
        List<Measurement> measured =
                all.stream().filter(one -> one.of().scenario().equals(scenario)).toList();
        StringBuilder text = new StringBuilder(table.head(columnTitle));
        for (Table.Row row : table.rows()) {
            text.append("| ").append(row.tool()).append(" |");
            table.sizes().forEach(size -> text.append(quartiles(of(measured, row.tool(), size))));
            text.append('\n');
        }
        return text.toString();
    }

    private static String quartiles(List<Measurement> measured) {
        return String.format(
                Locale.ROOT,
                " %,.0f to %,.0f of %d |",
                Quantile.of(measured, Measurement::millis, Quantile.LOWER_QUARTILE),
                Quantile.of(measured, Measurement::millis, Quantile.UPPER_QUARTILE),
                measured.size());
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
