package dev.instar.plan;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.revision.Listing;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.InvalidTargetException;
import java.util.List;
import java.util.Set;

/** Undoes what is above a destination, and refuses what could not be carried through. */
final class Downgrade {

    private final Position position;
    private final boolean undoesUnknown;

    Downgrade(Position position, boolean undoesUnknown) {
        this.position = position;
        this.undoesUnknown = undoesUnknown;
    }

    /** @param target the destination as it was written, for the sentences that refuse it */
    Plan to(Destination destination, String target) {
        if (destination.revisions().size() > 1) {
            throw new InvalidTargetException(
                    "A downgrade leads to one revision, and '%s' is %s."
                            .formatted(target, Listing.of(destination.revisions())),
                    "Name one of them.");
        }
        position.moves().throwIfPresent();
        destination.revisions().forEach(this::requireApplied);
        Above above = new Above(position);
        List<Revision> found = above.of(destination);
        above.requireInLine(target, destination, found);
        refuseWhatCannotBeUndone(found);
        return new Plan(found.stream()
                .map(revision -> new Step(revision, Direction.DOWNGRADE))
                .toList());
    }

    private void requireApplied(RevisionId target) {
        if (position.isApplied(target)) {
            return;
        }
        List<RevisionId> current = position.current();
        List<RevisionId> above = among(current, position.known().withDescendants(List.of(target)));
        List<RevisionId> below = among(current, position.known().withAncestors(List.of(target)));
        if (!above.isEmpty()) {
            throw new InvalidTargetException(
                    "Revision '%s' is a gap: it is not applied, although %s above it is."
                            .formatted(target, Listing.of(above)),
                    "Close the gap with 'upgrade %s' first, or choose another revision.".formatted(target));
        }
        if (current.isEmpty() || !below.isEmpty()) {
            String where = current.isEmpty() ? "the base, where the database is" : Listing.of(below);
            throw new InvalidTargetException(
                    "Revision '%s' is above %s, and a downgrade leads down.".formatted(target, where),
                    "Use 'upgrade %s' to go there.".formatted(target));
        }
        throw new InvalidTargetException(
                "Revision '%s' is beside what is applied, and a downgrade leads down; current is %s."
                        .formatted(target, Listing.of(current)),
                "Choose a revision below that.");
    }

    private static List<RevisionId> among(List<RevisionId> current, Set<RevisionId> others) {
        return current.stream().filter(others::contains).toList();
    }

    private void refuseWhatCannotBeUndone(List<Revision> revisions) {
        Problems problems = new Problems();
        for (Revision revision : revisions) {
            if (position.isUnknown(revision.id())) {
                refuseUnknown(revision, problems);
            } else if (!revision.reversible() && !position.isSkipped(revision.id())) {
                problems.add(
                        "Revision '%s' has no downgrade".formatted(revision.id()),
                        revision.origin(),
                        "Add a '-- @downgrade' section, or choose a target above it.");
            }
        }
        problems.throwIfPresent();
    }

    /** The seam for {@link AppliedRevision#reversible()}: the history may know how to undo what no file explains. */
    private void refuseUnknown(Revision revision, Problems problems) {
        if (undoesUnknown && revision.reversible()) {
            return;
        }
        problems.add(
                "Revision '%s' (%s) is applied, and no file explains it.".formatted(revision.id(), revision.message()),
                null,
                revision.reversible()
                        ? "Downgrade with the build that has it, or say '--from-history' to undo it as the history remembers it."
                        : "Downgrade with the build that has it; the history holds no downgrade for it.");
    }
}
