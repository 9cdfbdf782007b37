package dev.instar.boot.command;

import dev.instar.Status;
import dev.instar.autogenerate.SchemaComparison;
import dev.instar.autogenerate.WantedSchema;
import dev.instar.diff.Change;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.Listing;
import dev.instar.revision.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code instar check}. */
@Command(
        name = "check",
        description = "Find everything that should not be shipped; exit code 3 when there is anything.",
        footer = {
            "",
            "Examples:",
            "  instar check             files, database and entities",
            "  instar check --files     the files alone, as before a commit"
        })
final class CheckCommand extends Subcommand {

    @Option(names = "--files", description = "Do not ask the database.")
    boolean files;

    @Option(names = "--json", description = "Print what was found as JSON.")
    boolean json;

    @Option(names = "--no-entities", description = "Do not hold the database against the application's entities.")
    boolean noEntities;

    @Mixin
    ComparisonSettings comparison = new ComparisonSettings();

    @Override
    boolean needsEntities() {
        return !files && !noEntities && comparison.needsEntities();
    }

    @Override
    ExitCode run(Workplace place) {
        comparison.refuseUnlessComparing(!files && !noEntities, "Leave them out, or '--files' and '--no-entities'.");
        List<Problem> problems = find(place);
        if (json) {
            place.terminal().json(problems.stream().map(CheckCommand::json).toList());
        } else if (problems.isEmpty()) {
            place.terminal().print("Nothing was found.");
        } else {
            problems.forEach(problem -> place.terminal().print(problem.toString()));
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.NOT_UP_TO_DATE;
    }

    private List<Problem> find(Workplace place) {
        try {
            List<Problem> problems = new ArrayList<>(
                    files ? place.instar().checkFiles() : place.instar().check());
            if (!files && !noEntities) {
                compare(place).ifPresent(problems::add);
            }
            return problems;
        } catch (InvalidRevisionsException unreadable) {
            return unreadable.problems();
        }
    }

    private Optional<Problem> compare(Workplace place) {
        Status status = place.instar().status();
        WantedSchema wanted = status.pending().isEmpty() ? comparison.find(place) : null;
        if (wanted == null) {
            return Optional.empty();
        }
        SchemaComparison found = place.compare(wanted, comparison.options(place));
        List<Change> changes = found.difference().changes();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "The database is not as %s it: %s"
                                .formatted(
                                        ComparisonText.wants(found),
                                        Listing.of(changes.stream()
                                                .map(change -> change.action() + " " + change.subject())
                                                .toList())),
                        null,
                        "Run 'instar revision --autogenerate -m ...' to write what is missing, or 'instar diff' to see it."
                                + new LeftOut(status).caution()));
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
