package dev.instar.benchmarks;

import dev.instar.benchmarks.report.Case;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.revisions.Change;
import dev.instar.benchmarks.revisions.Changes;
import dev.instar.benchmarks.revisions.Written;
import dev.instar.benchmarks.server.ChildFailedException;
import java.util.List;

/** A script of 50 MB, nearly all of it the data of a {@code COPY}, and whether it has to fit into memory. */
final class Copy implements Scenario {

    private static final String NAME = "copy";
    private static final int MEGABYTES = 50;
    private static final String SMALL_HEAP = "-Xmx64m";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Bench bench) throws Exception {
        List<Tool> tools =
                Tool.available(Tool.INSTAR, Tool.FLYWAY_MANAGED, Tool.FLYWAY_NEWEST, Tool.JDBC_COPY, Tool.PSQL);
        List<Change> changes = Changes.copy(MEGABYTES);
        new OneSet(NAME, "A data script of 50 MB with COPY", "MB", MEGABYTES, 3, tools, changes).run(bench);
        StringBuilder rows = new StringBuilder("""
                | | peak of the heap, MB | peak of the process, MB | with a heap of 64 MB |
                |---|---:|---:|---|
                """);
        for (Tool tool : tools) {
            if (tool != Tool.PSQL && bench.options().wants(tool)) {
                rows.append(row(bench, tool, changes));
            }
        }
        bench.report().paragraph("Liquibase and MyBatis Migrations do not know `COPY ... FROM STDIN`.");
        bench.report().paragraph(rows.toString());
    }

    private static String row(Bench bench, Tool tool, List<Change> changes) throws Exception {
        return "| %s | %s | %s | %s |%n"
                .formatted(
                        tool.label(),
                        bench.results().table(NAME, Measurement::heapMegabytes).text(tool.label()),
                        bench.results()
                                .table(NAME, Measurement::residentMegabytes)
                                .text(tool.label()),
                        fits(bench, tool, bench.write(NAME, tool, changes)) ? "works" : "fails");
    }

    private static boolean fits(Bench bench, Tool tool, Written written) throws Exception {
        Place place = new Place(bench.server().create(), bench.server().port());
        try {
            Case of = new Case("copy-small-heap", MEGABYTES, tool.label(), 1);
            bench.processes().run(of, tool, place, written, List.of(SMALL_HEAP));
            return true;
        } catch (ChildFailedException failure) {
            return false;
        } finally {
            bench.server().drop(place.database());
        }
    }
}
