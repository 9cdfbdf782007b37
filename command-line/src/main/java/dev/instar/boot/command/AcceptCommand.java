package dev.instar.boot.command;

import dev.instar.revision.Revision;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code instar accept}. */
@Command(
        name = "accept",
        description = "Record that what is applied of an edited revision is what its file says now.",
        footer = {"", "Examples:", "  instar accept 7c1f"})
final class AcceptCommand extends Subcommand {

    @Parameters(arity = "1..*", paramLabel = "REVISION", description = "Which ones.")
    List<Target> targets = List.of();

    @Override
    ExitCode run(Workplace place) {
        List<Revision> accepted = place.instar().accept(targets, Trigger.COMMAND);
        if (accepted.isEmpty()) {
            place.terminal().say("Nothing was edited.");
        }
        accepted.forEach(revision -> place.terminal().print("Accepted %s.".formatted(revision.id())));
        return ExitCode.DONE;
    }
}
