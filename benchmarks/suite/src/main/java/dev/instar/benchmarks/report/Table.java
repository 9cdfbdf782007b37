package dev.instar.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Medians: a row for each tool, a column for each size. */
public record Table(List<Integer> sizes, List<Row> rows) {

    /** The medians of one tool, in the order of the sizes. */
    public record Row(String tool, List<Double> medians) {

        /** The one of the largest size, by which rows are sorted. */
        double last() {
            return medians.get(medians.size() - 1);
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table with, behind each median, how it compares with one of the tools. */
    public String markdown(String columnTitle, String reference) {
        StringBuilder text = new StringBuilder(head(columnTitle));
        for (Row row : rows) {
            text.append("| ").append(row.tool()).append(" |");
            for (int column = 0; column < sizes.size(); column++) {
                text.append(cell(row, column, reference)).append('|');
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The first two lines: the sizes, and that they are numbers. */
    String head(String columnTitle) {
        StringBuilder text = new StringBuilder("| |");
        sizes.forEach(size ->
                text.append(String.format(Locale.ROOT, columnTitle, size)).append('|'));
        return text.append("\n|---|")
                .append("---:|".repeat(sizes.size()))
                .append('\n')
                .toString();
    }

    private String cell(Row row, int column, String reference) {
        double median = row.medians().get(column);
        if (!Double.isFinite(median)) {
            return " ";
        }
        String plain = String.format(Locale.ROOT, median < 10 ? " %,.1f" : " %,.0f", median);
        double base = find(reference).map(found -> found.medians().get(column)).orElse(Double.NaN);
        boolean comparable = Double.isFinite(base) && base > 0 && !row.tool().equals(reference);
        return comparable ? plain + String.format(Locale.ROOT, " (%.2f×) ", median / base) : plain + " ";
    }

    /** The median of one tool for the largest size. */
    public String text(String tool) {
        return find(tool)
                .map(row -> String.format(Locale.ROOT, "%,.0f", row.last()))
                .orElse("");
    }

    private Optional<Row> find(String tool) {
        return rows.stream().filter(row -> row.tool().equals(tool)).findFirst();
    }
}
