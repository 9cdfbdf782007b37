package dev.instar.benchmarks;

import dev.instar.benchmarks.report.LineChart;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.report.Table;
import dev.instar.benchmarks.revisions.Written;
import java.util.List;
import java.util.stream.Stream;

/** An empty database, and then one that has everything already. */
final class FreshAndIdle implements Scenario {

    private static final String FRESH = "fresh";
    private static final String IDLE = "idle";

    private static final int QUICKLY_DONE = 100;
    private static final int FEW = 1_000;

    private final boolean many;

    private FreshAndIdle(boolean many) {
        this.many = many;
    }

    /** What most services have. */
    static FreshAndIdle few() {
        return new FreshAndIdle(false);
    }

    /** What takes longest; with the report over all sizes. */
    static FreshAndIdle many() {
        return new FreshAndIdle(true);
    }

    @Override
    public String name() {
        return FRESH;
    }

    @Override
    public void run(Bench bench) throws Exception {
        List<RevisionSet> sets =
                Stream.of(RevisionSet.values()).filter(bench.options()::wants).toList();
        for (RevisionSet set : sets) {
            for (int size : set.sizes(bench.options())) {
                if (many == size > FEW) {
                    measure(bench, set, size);
                }
            }
        }
        if (many) {
            for (RevisionSet set : sets) {
                report(bench, set);
            }
        }
    }

    private static void measure(Bench bench, RevisionSet set, int size) throws Exception {
        int most = bench.options().rounds(rounds(size, false));
        for (int round = 1; round <= most; round++) {
            for (Tool tool : bench.inTurn(Tool.availableForEmpty(), round)) {
                boolean takesPart = round <= bench.options().rounds(rounds(size, tool.isSlow()));
                if (takesPart && bench.deadline().allows()) {
                    measure(bench, set, size, tool, round);
                }
            }
        }
    }

    /** As many as there is time for: what takes longest is measured least often. */
    private static int rounds(int size, boolean slow) {
        if (size <= QUICKLY_DONE) {
            return 5;
        }
        if (size <= FEW) {
            return slow ? 3 : 5;
        }
        return slow ? 2 : 3;
    }

    private static void measure(Bench bench, RevisionSet set, int size, Tool tool, int round) throws Exception {
        Written written = set.write(bench, tool, size);
        String database = bench.server().create();
        bench.measure(set.scenario(FRESH), size, tool, round, database, written);
        if (tool.remembers()) {
            bench.measure(set.scenario(IDLE), size, tool, round, database, written);
        }
        bench.server().drop(database);
    }

    private static void report(Bench bench, RevisionSet set) throws Exception {
        String each = ": " + set.description();
        String empty = "An empty database" + each;
        String name = set.scenario(FRESH);
        Table fresh = bench.results().table(name, Measurement::millis);
        if (fresh.isEmpty()) {
            return;
        }
        bench.report().section(empty, "Milliseconds to apply all revisions.");
        show(bench, fresh);
        bench.report().chart(name, empty, LineChart.draw(empty, fresh));
        bench.report()
                .paragraph(
                        "Milliseconds of processor time in it, tool and database together, which depends less on what"
                                + " else the machine does. Of psql it is the database's part alone.");
        show(bench, bench.results().table(name, Measurement::work));
        bench.report().paragraph("Peak of the process in megabytes meanwhile.");
        show(bench, bench.results().table(name, Measurement::residentMegabytes));
        bench.report().paragraph("Peak of the Java heap in megabytes.");
        show(bench, bench.results().table(name, Measurement::heapMegabytes));
        Table idle = bench.results().table(set.scenario(IDLE), Measurement::millis);
        if (!idle.isEmpty()) {
            String title = "Nothing pending" + each;
            bench.report().section(title, "Milliseconds to find out that everything is applied.");
            show(bench, idle);
            bench.report().chart(set.scenario(IDLE), title, LineChart.draw(title, idle));
        }
    }

    private static void show(Bench bench, Table table) {
        bench.report().paragraph(table.markdown(" %,d revisions ", Tool.INSTAR.label()));
    }
}
