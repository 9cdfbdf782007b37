package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.revision.expression.Target;
import dev.instar.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code instar show}. */
@Command(
        name = "show",
        description = "Show one revision, or several.",
        footer = {
            "",
            "Examples:",
            "  instar show 7c1f          what its header says, and when it was applied",
            "  instar show head --sql    with its statements",
            "  instar show current"
        })
final class ShowCommand extends Subcommand {

    @Parameters(paramLabel = "REVISION", description = "Which one.")
    @Nullable
    Target target;

    @Option(names = "--sql", description = "Print the statements too.")
    boolean sql;

    @Option(names = "--json", description = "Print the revisions as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        WrongUsageException.refuseStatementsAsJson(sql, json);
        Position position = place.position();
        List<Revision> revisions = new Targets(position).show(target == null ? Target.CURRENT : target);
        if (json) {
            place.terminal().json(new RevisionJson(position).of(revisions));
            return ExitCode.DONE;
        }
        new RevisionText(position, place.terminal()).paragraphs(revisions);
        if (sql) {
            revisions.stream()
                    .filter(revision -> position.graph().contains(revision.id()))
                    .forEach(revision -> print(place.instar().revisions().script(revision.id()), place.terminal()));
        }
        return ExitCode.DONE;
    }

    private static void print(Script script, Terminal terminal) {
        for (Direction direction : Direction.values()) {
            terminal.print("");
            terminal.print("-- @" + (direction == Direction.UPGRADE ? "upgrade" : "downgrade"));
            script.forEach(direction, statement -> terminal.print(statement.written() + ";"));
        }
    }
}
