package dev.instar.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Groups of bars, one group for each size, one bar for each tool. */
public final class BarChart {

    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int RIGHT = 660;
    private static final int BAR = 18;
    private static final int GROUP_GAP = 34;

    private final Table table;
    private final String unit;

    private BarChart(Table table, String unit) {
        this.table = table;
        this.unit = unit;
    }

    /** Draws the table. */
    public static String draw(String title, Table table, String groupTitle, String unit) {
        return new BarChart(table, unit).draw(title, groupTitle);
    }

    private String draw(String title, String groupTitle) {
        int groupHeight = table.rows().size() * BAR + GROUP_GAP;
        Svg svg = new Svg(WIDTH, 50 + table.sizes().size() * groupHeight);
        svg.text(16, 24, "start", title);
        double highest = table.rows().stream()
                .flatMap(row -> row.medians().stream())
                .filter(Double::isFinite)
                .mapToDouble(value -> value)
                .max()
                .orElse(1);
        for (int column = 0; column < table.sizes().size(); column++) {
            int top = 50 + column * groupHeight;
            svg.text(
                    16,
                    top + 14.0,
                    "start",
                    String.format(Locale.ROOT, groupTitle, table.sizes().get(column)));
            draw(svg, top + GROUP_GAP - 12, column, highest);
        }
        return svg.toString();
    }

    private void draw(Svg svg, int top, int column, double highest) {
        List<Table.Row> rows = table.rows();
        for (int number = 0; number < rows.size(); number++) {
            double value = rows.get(number).medians().get(column);
            double y = top + number * (double) BAR;
            svg.text(LEFT - 8, y + 13, "end", rows.get(number).tool());
            if (Double.isFinite(value)) {
                double length = Math.max(0, value) / highest * (RIGHT - LEFT);
                svg.bar(
                        LEFT,
                        y + 2,
                        length,
                        BAR - 4,
                        Palette.colourOf(rows.get(number).tool()));
                svg.text(LEFT + length + 6, y + 13, "start", String.format(Locale.ROOT, "%,.0f %s", value, unit));
            }
        }
    }
}
