package dev.instar.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of the case table:
 *
 * <pre>
 * == two branches            a graph, then its revisions, a line each
 * a
 * b &lt;- a
 *
 * -- takes all heads         a case
 * at a                       what is applied
 * $ upgrade heads            the command
 * = +b                       the result; or the error, each line behind '!'
 * ~ ...                      why Alembic does something else
 * </pre>
 */
final class TargetTable {

    private final List<TargetCase> cases = new ArrayList<>();
    private List<String> graph = new ArrayList<>();
    private List<String> lines = new ArrayList<>();
    private String name = "";

    private TargetTable() {}

    static List<TargetCase> read(List<String> lines) {
        TargetTable table = new TargetTable();
        lines.stream().filter(line -> !line.startsWith("#")).forEach(table::read);
        table.finishCase();
        return table.cases;
    }

    private void read(String line) {
        if (line.startsWith("== ")) {
            finishCase();
            graph = new ArrayList<>();
        } else if (line.startsWith("-- ")) {
            finishCase();
            name = line.substring(3);
        } else if (!line.isBlank()) {
            (name.isEmpty() ? graph : lines).add(line.strip());
        }
    }

    private void finishCase() {
        if (!name.isEmpty()) {
            List<String> database = lines.stream()
                    .filter(line -> Character.isLetter(line.charAt(0)))
                    .toList();
            String errors = String.join(
                    "\n", lines.stream().filter(line -> line.startsWith("!")).toList());
            cases.add(new TargetCase(
                    name, graph, database, after("$ "), errors.isEmpty() ? after("= ") : errors, after("~ ")));
        }
        name = "";
        lines = new ArrayList<>();
    }

    private String after(String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .findFirst()
                .orElse("");
    }
}
