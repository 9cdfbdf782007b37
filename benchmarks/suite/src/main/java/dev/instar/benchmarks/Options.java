package dev.instar.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param quick a look at everything, too short for numbers to quote
 * @param budget how long all of it may take
 * @param disk whether the server keeps its data on the disk even if it would fit into memory
 * @param fsync whether the server waits for the disk at each commit
 * @param scenarios those to run; all that are not extra when empty
 * @param sizes how many revisions, where a scenario knows several numbers; its own when empty
 * @param sets kinds of revisions, where a scenario knows several; all of them when empty
 * @param rounds how often, in place of what each scenario thinks best
 * @param tools those to measure; all of them when empty
 * @param report where the report goes
 */
record Options(
        boolean quick,
        Duration budget,
        boolean disk,
        boolean fsync,
        Set<String> scenarios,
        List<Integer> sizes,
        Set<String> sets,
        OptionalInt rounds,
        Set<String> tools,
        Path report) {

    private static final int QUICK_MINUTES = 3;
    private static final int FULL_MINUTES = 40;

    static Options parse(List<String> arguments, Path home) {
        Arguments given = Arguments.parse(
                arguments,
                Set.of("--quick", "--disk", "--fsync"),
                Set.of("--only", "--sizes", "--sets", "--rounds", "--tools", "--minutes", "--report"));
        boolean quick = given.has("--quick");
        return new Options(
                quick,
                Duration.ofMinutes(
                        given.value("--minutes").map(Integer::parseInt).orElse(quick ? QUICK_MINUTES : FULL_MINUTES)),
                given.has("--disk"),
                given.has("--fsync"),
                given.list("--only"),
                given.list("--sizes").stream().map(Integer::valueOf).sorted().toList(),
                given.list("--sets", Stream.of(RevisionSet.values()).map(RevisionSet::option)),
                given.value("--rounds").stream().mapToInt(Integer::parseInt).findFirst(),
                given.list("--tools", Stream.of(Tool.values()).map(Tool::subject)),
                given.value("--report").map(Path::of).orElse(home.resolve("target/report")));
    }

    /** The sizes that are asked for, or else those that a scenario has for a look and for a measurement. */
    List<Integer> sizes(List<Integer> look, List<Integer> measurement) {
        if (!sizes.isEmpty()) {
            return sizes;
        }
        return quick ? look : measurement;
    }

    /** How often to do what should be done so often. */
    int rounds(int measurement) {
        return rounds.orElse(quick ? 1 : measurement);
    }

    boolean wants(Scenario scenario) {
        return scenarios.isEmpty() ? !scenario.isExtra() : scenarios.contains(scenario.name());
    }

    boolean wants(RevisionSet set) {
        return sets.isEmpty() || sets.contains(set.option());
    }

    boolean wants(Tool tool) {
        return tools.isEmpty() || tools.contains(tool.subject());
    }
}
