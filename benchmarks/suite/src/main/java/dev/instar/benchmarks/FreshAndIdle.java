package dev.instar.benchmarks;

import dev.instar.benchmarks.report.LineChart;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.report.Table;
import dev.instar.benchmarks.revisions.Changes;
import dev.instar.benchmarks.revisions.Written;
import java.util.List;

/** An empty database, and then one that has everything already. */
final class FreshAndIdle implements Scenario {

    static final String FRESH = "fresh";
    static final String IDLE = "idle";

    private static final List<Size> FULL =
            List.of(new Size(10, 5), new Size(100, 5), new Size(1_000, 5), new Size(5_000, 2));
    private static final List<Size> QUICK = List.of(new Size(10, 1), new Size(100, 1), new Size(1_000, 1));
    private static final int IDLE_RUNS = 2;

    @Override
    public String name() {
        return FRESH;
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (Size size : bench.options().quick() ? QUICK : FULL) {
            for (int round = 1; round <= size.rounds(); round++) {
                for (Tool tool : Bench.rotated(Tool.available(), round)) {
                    if (bench.deadline().allows()) {
                        measure(bench, size.revisions(), tool, round);
                    }
                }
            }
        }
        report(bench);
    }

    private static void measure(Bench bench, int size, Tool tool, int round) throws Exception {
        Written written = bench.write("small-" + size, tool, Changes.small(size));
        String database = bench.server().create();
        bench.measure(FRESH, size, tool, round, database, written);
        for (int run = 0; tool.remembers() && run < IDLE_RUNS; run++) {
            bench.measure(IDLE, size, tool, round, database, written);
        }
        bench.server().drop(database);
    }

    private static void report(Bench bench) throws Exception {
        Table fresh = bench.results().table(FRESH, Measurement::millis);
        bench.report().section("An empty database", "Milliseconds to apply all revisions, each a table and an index.");
        show(bench, fresh);
        bench.report().chart(FRESH, "An empty database", LineChart.draw("An empty database, by revisions", fresh));
        bench.report()
                .section(
                        "The work in it",
                        "Milliseconds of processor time, tool and database together. Depends less on what else the"
                                + " machine does. Of psql it is the database's part alone.");
        show(bench, bench.results().table(FRESH, Measurement::work));
        Table idle = bench.results().table(IDLE, Measurement::millis);
        bench.report().section("Nothing pending", "Milliseconds to find out that everything is applied.");
        show(bench, idle);
        bench.report().chart(IDLE, "Nothing pending", LineChart.draw("Nothing pending, by revisions", idle));
        bench.report().section("Memory", "Peak of the process in megabytes while an empty database is filled.");
        show(bench, bench.results().table(FRESH, Measurement::residentMegabytes));
        bench.report().paragraph("Peak of the Java heap in megabytes.");
        show(bench, bench.results().table(FRESH, Measurement::heapMegabytes));
    }

    private static void show(Bench bench, Table table) {
        bench.report().paragraph(table.markdown(" %,d revisions ", Tool.INSTAR.label()));
    }

    /** How many revisions, and how often. */
    private record Size(int revisions, int rounds) {}
}
