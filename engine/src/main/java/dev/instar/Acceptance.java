package dev.instar;

import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.Listing;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.revision.expression.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the edited revisions that somebody says are applied as they are now. */
final class Acceptance {

    private final Position position;

    Acceptance(Position position) {
        this.position = position;
    }

    /** Those of the named revisions that are edited. */
    List<Revision> of(List<Target> targets) {
        Set<Revision> named = new LinkedHashSet<>();
        targets.forEach(target -> named.addAll(new Targets(position).show(target)));
        List<RevisionId> notApplied = named.stream()
                .map(Revision::id)
                .filter(id -> !position.isApplied(id))
                .toList();
        if (!notApplied.isEmpty()) {
            throw new InvalidTargetException(
                    "Nothing of %s is applied, so there is nothing to accept.".formatted(Listing.of(notApplied)),
                    "Run 'upgrade' to apply it, or 'stamp' to record it as applied.");
        }
        List<Revision> edited = new ArrayList<>(position.edited());
        edited.retainAll(named);
        return edited;
    }
}
