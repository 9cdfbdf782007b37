package dev.instar.boot.command;

import dev.instar.revision.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code instar check}. */
@Command(
        name = "check",
        description = "Find everything that should not be shipped; exit code 3 when there is anything.",
        footer = {
            "",
            "Examples:",
            "  instar check             files and database",
            "  instar check --files     the files alone, as before a commit"
        })
final class CheckCommand extends Subcommand {

    @Option(names = "--files", description = "Do not ask the database.")
    boolean files;

    @Option(names = "--json", description = "Print what was found as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        List<Problem> problems =
                files ? place.instar().checkFiles() : place.instar().check();
        if (json) {
            place.terminal().json(problems.stream().map(CheckCommand::json).toList());
        } else if (problems.isEmpty()) {
            place.terminal().print("Nothing was found.");
        } else {
            problems.forEach(problem -> place.terminal().print(problem.toString()));
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.NOT_UP_TO_DATE;
    }

    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("problem", problem.what());
        if (problem.where() != null) {
            json.put("file", problem.where().file());
            json.put("line", problem.where().line());
        }
        json.put("remedy", problem.remedy());
        return json;
    }
}
