package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.revision.Revision;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code instar heads}. */
@Command(
        name = "heads",
        description = "List the revisions that nothing revises.",
        footer = {
            "",
            "Examples:",
            "  instar heads",
            "  instar heads --resolve-dependencies     without those that another branch depends on"
        })
final class HeadsCommand extends Subcommand {

    @Option(names = "--resolve-dependencies", description = "Leave out heads that another branch depends on.")
    boolean resolveDependencies;

    @Option(names = "--json", description = "Print the revisions as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        Position position = place.nowhere();
        List<Revision> heads = (resolveDependencies
                        ? position.graph().realHeads()
                        : position.graph().heads())
                .stream()
                        .map(position.graph()::find)
                        .filter(Objects::nonNull)
                        .map(Revision.class::cast)
                        .toList();
        if (json) {
            place.terminal().json(new RevisionJson(position).of(heads));
        } else if (common.verbose) {
            new RevisionText(position, place.terminal()).paragraphs(heads);
        } else {
            new RevisionText(position, place.terminal()).lines(heads);
        }
        return ExitCode.DONE;
    }
}
