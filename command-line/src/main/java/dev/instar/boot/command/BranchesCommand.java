package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code instar branches}. */
@Command(
        name = "branches",
        description = "List the revisions that more than one other revises, with these.",
        footer = {"", "Examples:", "  instar branches", "  instar branches --graph     the whole graph, drawn"})
final class BranchesCommand extends Subcommand {

    @Mixin
    Drawing drawing = new Drawing();

    @Override
    ExitCode run(Workplace place) {
        Position position = place.nowhere();
        RevisionGraph graph = position.graph();
        Set<Revision> branches = new LinkedHashSet<>();
        for (Revision revision : graph.inOrder()) {
            boolean beginsBranch = graph.parents(revision.id()).stream()
                    .anyMatch(parent -> graph.children(parent).size() > 1);
            if (drawing.graph || beginsBranch || graph.children(revision.id()).size() > 1) {
                branches.add(revision);
            }
        }
        List<Revision> newestFirst = new ArrayList<>(branches);
        Collections.reverse(newestFirst);
        drawing.show(newestFirst, position, List.of(), common.verbose, place.terminal());
        return ExitCode.DONE;
    }
}
