package dev.instar.benchmarks;

import dev.instar.benchmarks.report.BarChart;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.report.Table;
import dev.instar.benchmarks.revisions.Change;
import java.util.List;

/**
 * One set of revisions into an empty database.
 *
 * @param unit what its size counts
 */
record OneSet(String name, String title, String unit, int size, int rounds, List<Tool> tools, List<Change> changes)
        implements Scenario {

    @Override
    public void run(Bench bench) throws Exception {
        for (int round = 1; round <= bench.options().rounds(rounds); round++) {
            for (Tool tool : bench.inTurn(tools, round)) {
                if (bench.deadline().allows()) {
                    String database = bench.server().create();
                    bench.measure(name, size, tool, round, database, bench.write(name, tool, changes));
                    bench.server().drop(database);
                }
            }
        }
        Table table = bench.results().table(name, Measurement::millis);
        bench.report().section(title, "Milliseconds into an empty database.");
        bench.report().paragraph(table.markdown(" %,d " + unit + " ", Tool.INSTAR.label()));
        bench.report().chart(name, title, BarChart.draw(title, table, "%,d " + unit, "ms"));
    }
}
