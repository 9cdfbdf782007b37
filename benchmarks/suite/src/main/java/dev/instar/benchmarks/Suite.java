package dev.instar.benchmarks;

import dev.instar.benchmarks.report.Case;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.report.Table;
import dev.instar.benchmarks.server.Resident;
import dev.instar.benchmarks.subject.ResidentMain;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process and one empty database after the other, as in a test suite. */
final class Suite implements Scenario {

    private static final String NAME = "suite";
    private static final List<Integer> SIZES = List.of(100, 1_000, 5_000);
    private static final List<Integer> QUICK_SIZES = List.of(100);
    private static final int FEW = 1_000;

    /** The first database finds a process in which nothing has run yet, as does every one of another scenario. */
    private static final int FIRST = 0;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (RevisionSet set : RevisionSet.values()) {
            if (bench.options().wants(set)) {
                for (int size : bench.options().sizes(QUICK_SIZES, SIZES)) {
                    measure(bench, set, size);
                }
                report(bench, set);
            }
        }
    }

    private static void measure(Bench bench, RevisionSet set, int size) throws Exception {
        List<Tool> tools = Tool.available(
                        Tool.INSTAR, Tool.INSTAR_UNGROUPED, Tool.FLYWAY_NEWEST, Tool.MYBATIS, Tool.JDBC, Tool.PSQL)
                .stream()
                .filter(bench.options()::wants)
                .toList();
        Map<Tool, Resident> residents = new EnumMap<>(Tool.class);
        try {
            for (Tool tool : tools) {
                if (tool != Tool.PSQL) {
                    residents.put(
                            tool, bench.processes().resident(tool, set.write(bench, tool, size), name(set, size)));
                }
            }
            for (int round = FIRST; round <= bench.options().rounds(rounds(size, false)); round++) {
                for (Tool tool : Bench.rotated(tools, round)) {
                    boolean takesPart = round <= bench.options().rounds(rounds(size, tool.isSlow()));
                    if (takesPart && bench.deadline().allows()) {
                        measure(bench, set, size, tool, round, residents.get(tool));
                    }
                }
            }
        } finally {
            residents.values().forEach(Resident::close);
        }
    }

    private static String name(RevisionSet set, int size) {
        return "%s-%d".formatted(set.scenario(NAME), size);
    }

    private static int rounds(int size, boolean slow) {
        if (size <= FEW) {
            return slow ? 3 : 7;
        }
        return slow ? 1 : 5;
    }

    private static void measure(
            Bench bench, RevisionSet set, int size, Tool tool, int round, @Nullable Resident resident)
            throws IOException, InterruptedException, SQLException {
        Place place = new Place(bench.server().create(), bench.server().port());
        String scenario = set.scenario(round == FIRST ? NAME + "-first" : NAME);
        if (resident == null) {
            bench.measure(scenario, size, tool, round, place.database(), set.write(bench, tool, size));
        } else {
            String[] answer = resident.ask(place.url(), ResidentMain.ANSWER).split(" ");
            Case of = new Case(scenario, size, tool.label(), round);
            double used = Double.parseDouble(answer[1]);
            bench.add(new Measurement(of, Double.parseDouble(answer[0]), used, Double.NaN, Double.NaN, Double.NaN));
        }
        bench.server().drop(place.database());
    }

    private static void report(Bench bench, RevisionSet set) throws IOException {
        String name = set.scenario(NAME);
        Table table = bench.results().table(name, Measurement::millis);
        if (table.isEmpty()) {
            return;
        }
        bench.report()
                .section(
                        "A test suite: " + set.description(),
                        "Milliseconds to apply all revisions to an empty database, in a process that has done that before:"
                                + " its first database is not in the table. `psql` is a new process each time.");
        bench.report().paragraph(table.markdown(" %,d revisions ", Tool.INSTAR.label()));
    }
}
