package dev.instar.benchmarks;

import dev.instar.benchmarks.pure.Graph;
import dev.instar.benchmarks.pure.Script;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The rooms that know no database, measured with JMH. */
final class Pure implements Scenario {

    @Override
    public String name() {
        return "pure";
    }

    @Override
    public void run(Bench bench) throws Exception {
        boolean quick = bench.options().quick();
        Options options = new OptionsBuilder()
                .include(Script.class.getName())
                .include(Graph.class.getName())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .forks(1)
                .warmupIterations(quick ? 1 : 4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 2 : 6)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
        StringBuilder rows = new StringBuilder("| | milliseconds, warm |\n|---|---:|\n");
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark();
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f ± %.1f |%n",
                    title(name.substring(name.lastIndexOf('.') + 1)),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError()));
        }
        bench.report().section("Without a database", "The rooms of the engine that know none, measured with JMH.");
        bench.report().paragraph(rows.toString());
    }

    private static String title(String benchmark) {
        return switch (benchmark) {
            case "statements" -> "1,000 small revisions (500 kB) cut into statements";
            case "checksum" -> "the same, with checksums";
            case "graph" -> "a graph of 100,000 revisions checked and sorted";
            case "plan" -> "the plan from an empty database to its head";
            default -> benchmark;
        };
    }
}
