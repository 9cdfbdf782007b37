package dev.instar.plan;

import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Everything the targets need and the database does not have yet. */
final class Upgrade {

    private final Position position;

    Upgrade(Position position) {
        this.position = position;
    }

    Plan to(Collection<RevisionId> targets) {
        position.edits().throwIfPresent();
        RevisionGraph graph = position.graph();
        Set<RevisionId> wanted = graph.withAncestors(targets);
        Set<RevisionId> needed = position.neededByApplied();
        List<Step> steps = new ArrayList<>();
        for (Revision revision : graph.inOrder()) {
            if (wanted.contains(revision.id()) && !position.isApplied(revision.id())) {
                steps.add(new Step(revision, Direction.UPGRADE, needed.contains(revision.id())));
            }
        }
        return new Plan(steps);
    }
}
