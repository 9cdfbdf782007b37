package dev.instar.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command line asks for.
 *
 * @param quick a look at everything within three minutes, too short for numbers to quote
 * @param fsync whether the server waits for the disk at each commit
 * @param scenarios those to run; all of them when empty
 * @param report where the report goes
 */
record Options(boolean quick, boolean fsync, Set<String> scenarios, Path report) {

    static Options parse(String[] arguments, Path home) {
        boolean quick = false;
        boolean fsync = false;
        Set<String> scenarios = new TreeSet<>();
        Path report = home.resolve("target/report");
        for (String argument : arguments) {
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--fsync")) {
                fsync = true;
            } else if (argument.startsWith("--report=")) {
                report = Path.of(argument.substring("--report=".length()));
            } else if (argument.startsWith("--only=")) {
                scenarios.addAll(List.of(argument.substring("--only=".length()).split(",")));
            } else {
                throw new IllegalArgumentException(
                        "There is no option '%s'. Known are --quick, --fsync, --only=a,b and --report=folder."
                                .formatted(argument));
            }
        }
        return new Options(quick, fsync, scenarios, report);
    }

    boolean wants(String scenario) {
        return scenarios.contains(scenario) || (scenarios.isEmpty() && !scenario.equals(Profile.NAME));
    }
}
