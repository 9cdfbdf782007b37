package dev.instar.benchmarks;

import dev.instar.benchmarks.boot.BootApp;
import dev.instar.benchmarks.boot.FatJar;
import dev.instar.benchmarks.report.BarChart;
import dev.instar.benchmarks.report.Case;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.report.Results;
import dev.instar.benchmarks.report.Table;
import dev.instar.benchmarks.revisions.Written;
import dev.instar.benchmarks.server.Child;
import dev.instar.benchmarks.server.Reached;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From the start of a service's process to its being ready, when nothing is pending. */
final class BootStart implements Scenario {

    private static final String NAME = "boot";
    private static final List<Integer> SIZES = List.of(10, 500, 5_000);
    private static final List<Integer> QUICK_SIZES = List.of(100);
    private static final int ROUNDS = 11;
    private static final String COLUMN = " %,d revisions ";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (int size : bench.options().sizes(QUICK_SIZES, SIZES)) {
            if (bench.deadline().allows()) {
                measure(bench, size);
            }
        }
        report(bench);
    }

    private static void report(Bench bench) throws IOException {
        Results added = bench.results().pairedWith(Service.PLAIN.label());
        Table differences = added.table(NAME, Measurement::millis);
        bench.report()
                .section(
                        "A Spring Boot service starts",
                        "Milliseconds from the start of `java -jar` until the service has got its first answer from its"
                                + " database, with everything applied already. What the tool adds to it, which is the"
                                + " median of the differences to the start without a tool in the same round:");
        bench.report().paragraph(differences.markdown(COLUMN, Service.INSTAR.label()));
        bench.report()
                .chart(NAME, "Added to a start", BarChart.draw("Added to a start", differences, "%,d revisions", "ms"));
        bench.report().paragraph("The middle half of these differences, and how many pairs there are:");
        bench.report().paragraph(added.spread(NAME, COLUMN));
        bench.report().paragraph("Milliseconds of processor time that it adds, in the same way:");
        bench.report()
                .paragraph(added.table(NAME, Measurement::processorMillis).markdown(COLUMN, Service.INSTAR.label()));
        bench.report().paragraph("The whole start in milliseconds: medians, the middle half, and how many there are.");
        bench.report()
                .paragraph(bench.results().table(NAME, Measurement::millis).markdown(COLUMN, Service.PLAIN.label()));
        bench.report().paragraph(bench.results().spread(NAME, COLUMN));
    }

    private static void measure(Bench bench, int size) throws Exception {
        Map<Service, List<String>> commands = new EnumMap<>(Service.class);
        List<String> databases = new ArrayList<>();
        List<Service> services = Stream.of(Service.values())
                .filter(service -> service.tool() == null || bench.options().wants(service.tool()))
                .toList();
        for (Service service : services) {
            String database = bench.server().create();
            databases.add(database);
            commands.put(service, command(bench, service, size, bench.server().url(database)));
            start(bench, service, size, 0, commands);
        }
        for (int round = 1; round <= bench.options().rounds(ROUNDS); round++) {
            for (Service service : Bench.rotated(services, round)) {
                if (bench.deadline().allows()) {
                    start(bench, service, size, round, commands);
                }
            }
        }
        for (String database : databases) {
            bench.server().drop(database);
        }
    }

    /** The start of round zero finds an empty database and a jar that was never read, and is no part of the table. */
    private static void start(Bench bench, Service service, int size, int round, Map<Service, List<String>> commands)
            throws IOException, InterruptedException {
        Path output = bench.processes().output("%s-%d".formatted(service.classPath(), size));
        List<String> command = commands.getOrDefault(service, List.of());
        Reached ready = new Child(command, output, Map.of()).runUntil(BootApp.READY);
        double used = Double.parseDouble(ready.line().substring(BootApp.READY.length()));
        String scenario = round == 0 ? NAME + "-first" : NAME;
        Case of = new Case(scenario, size, service.label(), round);
        bench.add(new Measurement(of, ready.millis(), used, Double.NaN, Double.NaN, Double.NaN));
    }

    private static List<String> command(Bench bench, Service service, int size, String url) throws IOException {
        Path jar = bench.processes().work().resolve("%s-%d.jar".formatted(service.classPath(), size));
        Path classes = bench.processes().classPaths().suiteClasses();
        String application = BootApp.class.getName();
        try (FatJar fat = FatJar.begin(jar, application)) {
            fat.loader(bench.processes().classPaths().ofSuite("spring-boot-loader"));
            fat.classes(classes, classes.resolve(application.replace('.', '/') + ".class"));
            // Without a tool nobody reads the files, but Boot's loader pays for each entry of a jar.
            Tool tool = service.tool() == null ? Tool.INSTAR : service.tool();
            Written written = RevisionSet.TABLES.write(bench, tool, size);
            fat.classes(written.root(), written.root());
            fat.libraries(libraries(bench.processes().classPaths(), service));
        }
        List<String> command = new ArrayList<>(Processes.JAVA);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(Service.arguments(url));
        return command;
    }

    /** What the tool brings stands behind what every service has: each jar before them delays the loading of a class. */
    private static List<Path> libraries(ClassPaths classPaths, Service service) throws IOException {
        List<Path> common = new ArrayList<>(classPaths.of(Service.PLAIN.classPath()));
        List<Path> all = classPaths.of(service.classPath());
        common.retainAll(all);
        return Stream.concat(common.stream(), all.stream()).distinct().toList();
    }
}
