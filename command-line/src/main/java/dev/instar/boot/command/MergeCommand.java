package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.script.NewRevision;
import dev.instar.script.RevisionWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code instar merge}. */
@Command(
        name = "merge",
        description = "Write a revision that joins several, and print its name.",
        footer = {
            "",
            "Examples:",
            "  instar merge                                  all heads",
            "  instar merge 7c1f 91aa -m \"Join accounts\""
        })
final class MergeCommand extends Subcommand {

    private static final int LONGEST_NAMES = 150;

    @Parameters(arity = "0..*", paramLabel = "REVISION", description = "What to join; all heads unless said otherwise.")
    List<Target> targets = List.of();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What it does, in a few words.")
    @Nullable
    String message;

    @Mixin
    NewRevisionOptions options = new NewRevisionOptions();

    @Override
    ExitCode run(Workplace place) {
        @Nullable RevisionId id = Ids.chosen(options.id);
        RevisionWriter writer = options.writer(place);
        List<RevisionId> parents = new Targets(Position.assumed(writer.graph(), List.of()))
                .merge(targets.isEmpty() ? List.of(Target.HEADS) : targets, options.splice);
        String said = message == null ? usualMessage(parents) : message;
        return NewRevisionOptions.write(writer, new NewRevision(id, parents, List.of(), options.label, said), place);
    }

    /** All of their names, unless that is too much for a message. */
    private static String usualMessage(List<RevisionId> parents) {
        String names = parents.stream().map(RevisionId::value).collect(Collectors.joining(" and "));
        return names.length() > LONGEST_NAMES ? "Merge %d revisions".formatted(parents.size()) : "Merge " + names;
    }
}
