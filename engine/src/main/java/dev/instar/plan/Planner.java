package dev.instar.plan;

import dev.instar.revision.Direction;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the steps from a position to a target, and refuses what could not be carried through. */
public final class Planner {

    private final Position position;

    public Planner(Position position) {
        this.position = position;
    }

    /** Everything the targets need and the database does not have yet. */
    public Plan upgrade(Collection<RevisionId> targets) {
        Problems problems = new Problems();
        for (Revision edited : position.edited()) {
            problems.add(
                    "Revision '%s' is applied, and its upgrade was edited since".formatted(edited.id()),
                    edited.origin(),
                    "Undo the edit, and write what you want to change as a new revision.");
        }
        problems.throwIfPresent();
        Set<RevisionId> wanted = position.graph().withAncestors(targets);
        return new Plan(position.pending().stream()
                .filter(revision -> wanted.contains(revision.id()))
                .map(revision -> new Step(revision, Direction.UPGRADE))
                .toList());
    }

    /** Undoes everything above the target; the target itself stays. */
    public Plan downgradeTo(RevisionId target) {
        Set<RevisionId> above = position.graph().withDescendants(List.of(target));
        return downgrade(revision -> !revision.id().equals(target) && above.contains(revision.id()));
    }

    /** Undoes everything. */
    public Plan downgradeToBase() {
        return downgrade(revision -> true);
    }

    private Plan downgrade(Predicate<Revision> goes) {
        Problems problems = new Problems();
        List<Step> steps = new ArrayList<>();
        for (Revision revision : position.graph().inOrder()) {
            if (position.isApplied(revision.id()) && goes.test(revision)) {
                steps.add(new Step(revision, Direction.DOWNGRADE));
                if (!revision.reversible()) {
                    problems.add(
                            "Revision '%s' has no downgrade".formatted(revision.id()),
                            revision.origin(),
                            "Add a '-- @downgrade' section, or choose a target above it.");
                }
            }
        }
        problems.throwIfPresent();
        Collections.reverse(steps);
        return new Plan(steps);
    }
}
