package dev.instar.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Time over the number of revisions, both on logarithmic scales: what is linear is a straight line. */
public final class LineChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 560;
    private static final int TOP = 40;
    private static final int BOTTOM = 370;

    private final Table table;
    private final Svg svg = new Svg(WIDTH, HEIGHT);
    private final double lowest;
    private final double highest;

    private LineChart(Table table) {
        this.table = table;
        List<Double> values = table.rows().stream()
                .flatMap(row -> row.medians().stream())
                .filter(Double::isFinite)
                .sorted()
                .toList();
        this.lowest = Math.floor(Math.log10(Math.max(1, values.get(0))));
        this.highest = Math.ceil(Math.log10(values.get(values.size() - 1)));
    }

    /** Draws the table. */
    public static String draw(String title, Table table) {
        return new LineChart(table).draw(title);
    }

    private String draw(String title) {
        svg.text(LEFT, 24, "start", title);
        for (double power = lowest; power <= highest; power++) {
            double y = y(Math.pow(10, power));
            svg.line(LEFT, y, RIGHT, y, "#e5e5e5", 1);
            svg.text(LEFT - 8, y + 4, "end", String.format(Locale.ROOT, "%,.0f ms", Math.pow(10, power)));
        }
        for (int column = 0; column < table.sizes().size(); column++) {
            svg.text(
                    x(column),
                    BOTTOM + 22,
                    "middle",
                    "%,d".formatted(table.sizes().get(column)));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            draw(table.rows().get(row), row);
        }
        return svg.toString();
    }

    private void draw(Table.Row row, int number) {
        String colour = Palette.colourOf(row.tool());
        double legend = TOP + 10 + number * 22.0;
        svg.line(RIGHT + 14, legend, RIGHT + 34, legend, colour, 2.5);
        svg.text(RIGHT + 40, legend + 4, "start", row.tool());
        for (int column = 0; column < row.medians().size(); column++) {
            double value = row.medians().get(column);
            if (Double.isFinite(value)) {
                svg.dot(x(column), y(value), colour);
                if (column > 0 && Double.isFinite(row.medians().get(column - 1))) {
                    svg.line(x(column - 1), y(row.medians().get(column - 1)), x(column), y(value), colour, 2.5);
                }
            }
        }
    }

    private double x(int column) {
        double first = Math.log10(table.sizes().get(0));
        double last = Math.log10(table.sizes().get(table.sizes().size() - 1));
        double share = last == first ? 0.5 : (Math.log10(table.sizes().get(column)) - first) / (last - first);
        return LEFT + 20 + share * (RIGHT - LEFT - 40);
    }

    private double y(double value) {
        double share = (Math.log10(Math.max(1, value)) - lowest) / Math.max(1, highest - lowest);
        return BOTTOM - share * (BOTTOM - TOP);
    }
}
