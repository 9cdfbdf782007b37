package dev.instar.benchmarks;

import dev.instar.benchmarks.report.Report;
import dev.instar.benchmarks.report.Results;
import dev.instar.benchmarks.revisions.Change;
import dev.instar.benchmarks.revisions.Changes;
import dev.instar.benchmarks.revisions.SampleChanges;
import dev.instar.benchmarks.revisions.Writer;
import dev.instar.benchmarks.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Runs every scenario on one server, and writes the report. */
public final class Main {

    private static final int STATEMENTS = 10_000;
    private static final int ROUNDS = 5;

    private Main() {}

    /** Takes the folder of the benchmarks, and what {@link Options} knows. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath().normalize();
        Options options = Options.parse(Stream.of(arguments).skip(1).toList(), home);
        Path work = Files.createTempDirectory("instar-benchmarks");
        try (Server server = Server.start(options.disk(), options.fsync())) {
            Bench bench = new Bench(
                    options,
                    new Deadline(options.budget()),
                    server,
                    new Writer(work),
                    new Processes(work, new ClassPaths(home)),
                    new Results(),
                    new Report(options.report()));
            run(bench, home);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
        System.exit(0);
    }

    private static void run(Bench bench, Path home) throws Exception {
        bench.report().paragraph(Machine.describe() + " " + bench.server().settings() + ".");
        for (Scenario scenario : scenarios(home)) {
            if (bench.options().wants(scenario)) {
                scenario.run(bench);
                bench.report().write(bench.results());
            }
        }
        bench.report().paragraph(bench.deadline().verdict() + " " + Machine.load());
        bench.report().write(bench.results());
        System.err.printf("The report is in %s.%n", bench.options().report());
    }

    private static List<Scenario> scenarios(Path home) throws IOException {
        List<Tool> all = Tool.available();
        List<Change> sample = SampleChanges.read(home.resolveSibling("sample-app/src/main/resources/db/migration"));
        return List.of(
                new Wire(),
                FreshAndIdle.few(),
                new Suite(),
                new BootStart(),
                new OneSet(
                        "sample", "The sample application's schema", "revisions", sample.size(), ROUNDS, all, sample),
                new OneSet(
                        "statements",
                        "One revision of 10,000 statements",
                        "statements",
                        STATEMENTS,
                        3,
                        all,
                        Changes.manyStatements(STATEMENTS)),
                new Copy(),
                new Pure(),
                FreshAndIdle.many(),
                new Profile(),
                new WaysToSend());
    }
}
