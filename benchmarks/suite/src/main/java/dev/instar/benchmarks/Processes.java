package dev.instar.benchmarks;

import dev.instar.benchmarks.report.Case;
import dev.instar.benchmarks.report.Measurement;
import dev.instar.benchmarks.revisions.Written;
import dev.instar.benchmarks.server.Child;
import dev.instar.benchmarks.server.Resident;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Runs tools, each time in a process of its own with a class path of its own. */
record Processes(Path work, ClassPaths classPaths) {

    static final List<String> JAVA =
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m");

    private static final String MAIN = "dev.instar.benchmarks.subject.SubjectMain";
    private static final String RESIDENT = "dev.instar.benchmarks.subject.ResidentMain";

    /**
     * Runs a tool to its end.
     *
     * @param flags for the virtual machine
     */
    Measurement run(Case of, Tool tool, Place place, Written written, List<String> flags)
            throws IOException, InterruptedException {
        Path output = output("%s-%d-%s".formatted(of.scenario(), of.size(), tool.subject()));
        if (tool == Tool.PSQL) {
            Child psql = new Child(Psql.command(place, written.folder()), output, Map.of());
            return Measurement.timed(of, psql.run());
        }
        Path result = Files.createTempFile(work, "result", ".properties");
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(tool, written), MAIN, tool.subject(), place.url()));
        command.addAll(List.of(written.folder().toString(), result.toString()));
        new Child(command, output, Map.of()).run();
        return read(result, of);
    }

    /** Starts a tool that will be told of one database after the other. */
    Resident resident(Tool tool, Written written, String scenario) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of("-cp", classPath(tool, written), RESIDENT));
        command.addAll(List.of(tool.subject(), written.folder().toString()));
        return new Resident(command, output("%s-%s".formatted(scenario, tool.subject())));
    }

    /** Where what a process says is kept. */
    Path output(String name) {
        return work.resolve("output-%s.txt".formatted(name));
    }

    private String classPath(Tool tool, Written written) throws IOException {
        return ClassPaths.joined(Stream.of(
                        Stream.of(classPaths.suiteClasses()),
                        classPaths.of(tool.classPath()).stream(),
                        Stream.of(written.jar()))
                .flatMap(part -> part));
    }

    private static Measurement read(Path result, Case of) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(result)) {
            values.load(reader);
        }
        return new Measurement(
                of,
                number(values, "millis"),
                number(values, "processorMillis"),
                Double.NaN,
                number(values, "heapMegabytes"),
                number(values, "residentMegabytes"));
    }

    private static double number(Properties values, String name) {
        return Double.parseDouble(values.getProperty(name));
    }
}
