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

    private static final List<Size> FEW = List.of(new Size(10, 5), new Size(100, 5), new Size(1_000, 5));
    private static final List<Size> MANY = List.of(new Size(5_000, 2));
    private static final int IDLE_RUNS = 2;

    private final List<Size> sizes;
    private final boolean last;

    private FreshAndIdle(List<Size> sizes, boolean last) {
        this.sizes = sizes;
        this.last = last;
    }

    /** What most services have. */
    static FreshAndIdle few() {
        return new FreshAndIdle(FEW, false);
    }

    /** What takes longest, and is left out of a quick run; with the report over all sizes. */
    static FreshAndIdle many() {
        return new FreshAndIdle(MANY, true);
    }

    @Override
    public String name() {
        return FRESH;
    }

    @Override
    public void run(Bench bench) throws Exception {
        boolean quick = bench.options().quick();
        for (Size size : quick && last ? List.<Size>of() : sizes) {
            for (int round = 1; round <= (quick ? 1 : size.rounds()); round++) {
                for (Tool tool : bench.inTurn(Tool.availableForEmpty(), round)) {
                    if (bench.deadline().allows()) {
                        measure(bench, size.revisions(), tool, round);
                    }
                }
            }
        }
        if (last) {
            report(bench);
        }
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
