package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.script.NewRevision;
import dev.instar.script.NewRevision.Sections;
import dev.instar.script.RevisionWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code instar revision}. */
@Command(
        name = "revision",
        description = "Write the file of a new revision, and print its name.",
        footer = {
            "",
            "Examples:",
            "  instar revision -m \"Add orders\"                            behind the head",
            "  instar revision -m \"Add orders\" --head accounts@head       on one of several branches",
            "  instar revision -m \"Begin billing\" --head base --branch-label billing",
            "  instar revision -m \"Add orders\" --autogenerate             filled with what the entities want",
            "  instar revision -m \"Hot fix\" --head 7c1f --splice          beside what follows 7c1f"
        })
final class RevisionCommand extends Subcommand {

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "What it does, in a few words.")
    String message = "";

    @Option(names = "--head", paramLabel = "REVISION", description = "What it revises; 'head' unless said otherwise.")
    Target head = Target.HEAD;

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description = "What must be applied first; can be given several times.")
    List<Target> dependsOn = new ArrayList<>();

    @Option(names = "--autogenerate", description = "Fill it with what the application's entities want.")
    boolean autogenerate;

    @Mixin
    ComparisonSettings comparison = new ComparisonSettings();

    @Mixin
    NewRevisionOptions options = new NewRevisionOptions();

    @Override
    boolean needsEntities() {
        return autogenerate && comparison.needsEntities();
    }

    @Override
    ExitCode run(Workplace place) {
        comparison.refuseUnlessComparing(autogenerate, "Say '--autogenerate' as well, or leave them out.");
        @Nullable RevisionId id = Ids.chosen(options.id);
        RevisionWriter writer = options.writer(place);
        Targets targets = new Targets(Position.assumed(writer.graph(), List.of()));
        List<RevisionId> needed = dependsOn.stream()
                .flatMap(target -> targets.show(target).stream())
                .map(Revision::id)
                .toList();
        List<RevisionId> parents = targets.parent(head, options.splice);
        Sections sections = Sections.EMPTY;
        if (autogenerate) {
            Optional<Sections> found = new Autogeneration(comparison, place)
                    .sections(Stream.concat(parents.stream(), needed.stream()).toList());
            if (found.isEmpty()) {
                return ExitCode.DONE;
            }
            sections = found.get();
        }
        return NewRevisionOptions.write(
                writer, new NewRevision(id, parents, needed, options.label, message, sections), place);
    }
}
