package dev.instar.boot.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rows whose columns stand below each other. The last column ends where its text does. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();
    private final List<UnaryOperator<String>> colours = new ArrayList<>();
    private final Map<Integer, List<String>> below = new HashMap<>();

    /** Adds a row; its first column is coloured. */
    void add(UnaryOperator<String> colour, String... columns) {
        rows.add(List.of(columns));
        colours.add(colour);
    }

    /** Adds lines below the last row, which are in no column. */
    void below(List<String> lines) {
        below.put(rows.size() - 1, lines);
    }

    void print(Terminal terminal) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (int index = 0; index < rows.size(); index++) {
            terminal.print(line(rows.get(index), widths, colours.get(index)));
            below.getOrDefault(index, List.of()).forEach(terminal::print);
        }
    }

    private static String line(List<String> row, int[] widths, UnaryOperator<String> colour) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String text = row.get(column);
            line.append(column == 0 ? colour.apply(text) : text);
            line.append(" ".repeat(widths[column] - text.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
