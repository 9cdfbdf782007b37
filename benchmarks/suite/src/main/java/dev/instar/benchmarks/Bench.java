package dev.instar.benchmarks;

import dev.instar.benchmarks.report.Case;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.report.Report;
import dev.instar.benchmarks.report.Results;
import dev.instar.benchmarks.revisions.Change;
import dev.instar.benchmarks.revisions.Writer;
import dev.instar.benchmarks.revisions.Written;
import dev.instar.benchmarks.server.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What all scenarios share: the server, the files, the processes, the results. */
record Bench(
        Options options,
        Deadline deadline,
        Server server,
        Writer writer,
        Processes processes,
        Results results,
        Report report) {

    Written write(String set, Tool tool, List<Change> changes) throws IOException {
        return writer.write(set, tool.language(), changes);
    }

    /** Runs a tool and keeps what was measured. */
    void measure(String scenario, int size, Tool tool, int round, String database, Written written)
            throws IOException, InterruptedException {
        add(measured(scenario, size, tool, round, new Place(database, server.port()), written));
    }

    /** Runs a tool at a place that need not be the server itself. */
    Measurement measured(String scenario, int size, Tool tool, int round, Place place, Written written)
            throws IOException, InterruptedException {
        double before = server.processorMillis();
        Measurement measured =
                processes.run(new Case(scenario, size, tool.label(), round), tool, place, written, List.of());
        return measured.withServer(server.processorMillis() - before);
    }

    /** Keeps it, and tells whoever watches. */
    void add(Measurement measurement) {
        results.add(measurement);
        Case of = measurement.of();
        System.err.printf(
                "%-12s %6d  %-26s %10.1f ms %10.1f ms of work%n",
                of.scenario(), of.size(), of.tool(), measurement.millis(), measurement.work());
    }

    /** Those of the tools that are wanted, in another order each round, so that none always comes after the same. */
    List<Tool> inTurn(List<Tool> tools, int round) {
        return rotated(tools.stream().filter(options::wants).toList(), round);
    }

    /** The same in another order each round. */
    static <T> List<T> rotated(List<T> things, int round) {
        List<T> rotated = new ArrayList<>(things);
        Collections.rotate(rotated, -round);
        return rotated;
    }
}
