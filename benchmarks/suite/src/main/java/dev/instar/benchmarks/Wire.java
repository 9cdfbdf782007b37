package dev.instar.benchmarks;

import dev.instar.benchmarks.report.BarChart;
import dev.instar.benchmarks.report.Case;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.report.Table;
import dev.instar.benchmarks.revisions.Written;
import dev.instar.benchmarks.wire.Proxy;
import dev.instar.benchmarks.wire.Tally;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What each tool says to the server, and what a network between them makes of that. */
final class Wire implements Scenario {

    private static final int FEW = 20;
    private static final int MANY = 40;
    private static final List<Integer> FAR_REVISIONS = List.of(100);
    private static final Duration ONE_WAY = Duration.ofNanos(500_000);
    private static final String FAR = "far";

    @Override
    public String name() {
        return "wire";
    }

    @Override
    public void run(Bench bench) throws Exception {
        StringBuilder rows = new StringBuilder("""
                | | a revision: statements | round trips | nothing pending: connections | statements | round trips |
                |---|---:|---:|---:|---:|---:|
                """);
        try (Proxy proxy = Proxy.open(bench.server().port(), Duration.ZERO)) {
            for (Tool tool : bench.inTurn(Tool.availableForEmpty(), 0)) {
                rows.append(row(bench, tool, proxy));
            }
        }
        bench.report()
                .section(
                        "On the wire",
                        "Counted by a proxy that reads the protocol. What the driver says of its own accord when it"
                                + " connects is left out; a revision has two statements.");
        bench.report().paragraph(rows.toString());
        far(bench);
    }

    private static String row(Bench bench, Tool tool, Proxy proxy) throws Exception {
        String database = bench.server().create();
        Tally few = listen(bench, tool, proxy, database, FEW);
        bench.server().drop(database);
        database = bench.server().create();
        Tally many = listen(bench, tool, proxy, database, MANY);
        Tally idle = tool.remembers() ? listen(bench, tool, proxy, database, MANY) : new Tally(0, List.of(), 0);
        bench.server().drop(database);
        Files.write(bench.report().file("wire-%s-fresh.txt".formatted(tool.subject())), many.oneLiners());
        Files.write(bench.report().file("wire-%s-idle.txt".formatted(tool.subject())), idle.oneLiners());
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %d | %d | %d |%n",
                tool.label(),
                (many.statements().size() - few.statements().size()) / (double) (MANY - FEW),
                (many.roundTrips() - few.roundTrips()) / (double) (MANY - FEW),
                idle.connections(),
                idle.statements().size(),
                idle.roundTrips());
    }

    private static Tally listen(Bench bench, Tool tool, Proxy proxy, String database, int revisions) throws Exception {
        Written written = RevisionSet.TABLES.write(bench, tool, revisions);
        Case of = new Case("wire", revisions, tool.label(), 1);
        bench.processes().run(of, tool, new Place(database, proxy.port()), written, List.of());
        Tally tally = proxy.take();
        boolean connectedOnceBefore = tool != Tool.PSQL;
        return connectedOnceBefore ? tally.withoutFirstConnection() : tally;
    }

    private static void far(Bench bench) throws Exception {
        int rounds = bench.options().rounds(3);
        try (Proxy proxy = Proxy.open(bench.server().port(), ONE_WAY)) {
            for (int size : bench.options().sizes(FAR_REVISIONS, FAR_REVISIONS)) {
                for (int round = 1; round <= rounds; round++) {
                    for (Tool tool : bench.inTurn(Tool.availableForEmpty(), round)) {
                        if (bench.deadline().allows()) {
                            measure(bench, tool, round, size, proxy.port());
                        }
                    }
                }
            }
        }
        Table table = bench.results().table(FAR, Measurement::millis);
        bench.report()
                .section(
                        "A millisecond away",
                        "Milliseconds into an empty database when every round trip takes a millisecond longer, as"
                                + " between two zones of a data centre.");
        bench.report().paragraph(table.markdown(" %,d revisions ", Tool.INSTAR.label()));
        bench.report()
                .chart(FAR, "A millisecond away", BarChart.draw("A millisecond away", table, "%,d revisions", "ms"));
    }

    private static void measure(Bench bench, Tool tool, int round, int size, int port) throws Exception {
        Place place = new Place(bench.server().create(), port);
        Written written = RevisionSet.TABLES.write(bench, tool, size);
        bench.add(bench.measured(FAR, size, tool, round, place, written));
        bench.server().drop(place.database());
    }
}
