package dev.instar.boot.command;

import dev.instar.Status;
import dev.instar.history.HalfDone;
import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.Problem;
import dev.instar.revision.Revision;
import dev.instar.revision.expression.Target;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code instar current}. */
@Command(
        name = "current",
        description = "Show the revisions the database is at.",
        footer = {
            "",
            "Examples:",
            "  instar current",
            "  instar current --check     exit code 3 while anything is pending or half done"
        })
final class CurrentCommand extends Subcommand {

    @Option(
            names = "--check",
            description = "Fail with exit code 3 unless everything is applied that 'instar.target' needs.")
    boolean check;

    @Option(names = "--json", description = "Print the revisions as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        Status status = place.instar().status();
        Position position = status.position();
        List<Revision> current = new Targets(position).show(Target.CURRENT);
        if (json) {
            place.terminal().json(new RevisionJson(position).of(current));
        } else if (common.verbose) {
            new RevisionText(position, place.terminal()).paragraphs(current);
        } else {
            new RevisionText(position, place.terminal()).lines(current);
        }
        if (current.isEmpty()) {
            place.terminal().say("Nothing is applied.");
        }
        return check ? check(status, place.terminal()) : ExitCode.DONE;
    }

    private static ExitCode check(Status status, Terminal terminal) {
        List<Problem> unfinished =
                status.unfinished().stream().map(HalfDone::problem).toList();
        unfinished.forEach(problem -> terminal.complain(problem.description(), problem.remedy()));
        if (!unfinished.isEmpty()) {
            return ExitCode.NOT_UP_TO_DATE;
        }
        if (!status.pending().isEmpty()) {
            terminal.complain(
                    "The database is not up to date: %d pending."
                            .formatted(status.pending().size()),
                    "Run '%s'.".formatted(status.upgradeCommand()));
            return ExitCode.NOT_UP_TO_DATE;
        }
        return ExitCode.DONE;
    }
}
