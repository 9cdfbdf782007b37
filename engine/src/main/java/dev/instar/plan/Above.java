package dev.instar.plan;

import dev.instar.revision.Listing;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.InvalidTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The applied revisions above a destination: what revises it, and all that needs these. A revision that only depends on
 * the destination is not among them.
 */
final class Above {

    private final Position position;
    private final RevisionGraph known;

    Above(Position position) {
        this.position = position;
        this.known = position.known();
    }

    /** Last one first, as they would have to go. The base means everything. */
    List<Revision> of(Destination destination) {
        Set<RevisionId> above = known.withDescendants(next(destination));
        boolean everything = destination.isBase() && destination.line().isWhole();
        List<Revision> found = new ArrayList<>();
        for (Revision revision : known.inOrder()) {
            RevisionId id = revision.id();
            if (position.isApplied(id) && (everything || above.contains(id))) {
                found.add(revision);
            }
        }
        Collections.reverse(found);
        return found;
    }

    private List<RevisionId> next(Destination destination) {
        if (destination.isBase()) {
            return destination.line().filter(known.roots());
        }
        return destination.revisions().stream()
                .flatMap(id -> known.children(id).stream())
                .filter(destination.line()::contains)
                .toList();
    }

    /** Refuses to leave the line that the destination names: nobody asked for what stands beside it. */
    void requireInLine(String target, Destination destination, List<Revision> found) {
        Lineage line = destination.line();
        List<RevisionId> beside = found.stream()
                .map(Revision::id)
                .filter(id -> !line.contains(id))
                .toList();
        if (!beside.isEmpty() && !destination.mayLeaveLine()) {
            Object plain =
                    destination.isBase() ? "base" : destination.revisions().get(0);
            throw new InvalidTargetException(
                    "'%s' would also take %s, which %s not in line with '%s'."
                            .formatted(target, Listing.of(beside), beside.size() == 1 ? "is" : "are", line.name()),
                    "Say '%s' if that shall go too%s.".formatted(plain, orStopAt(line, beside)));
        }
    }

    private String orStopAt(Lineage line, List<RevisionId> beside) {
        RevisionId stop = lastNeeded(line, beside);
        if (stop == null) {
            return "";
        }
        List<Revision> rest = of(Destination.of(List.of(stop), line));
        boolean clean = rest.stream().allMatch(revision -> line.contains(revision.id()));
        return clean && !rest.isEmpty() ? ", or stop at '%s'".formatted(line.qualify(stop)) : "";
    }

    private @Nullable RevisionId lastNeeded(Lineage line, List<RevisionId> beside) {
        Set<RevisionId> needed = new HashSet<>();
        for (RevisionId id : beside) {
            Revision revision = known.find(id);
            if (revision != null) {
                needed.addAll(revision.prerequisites());
            }
        }
        RevisionId last = null;
        for (Revision revision : known.inOrder()) {
            if (needed.contains(revision.id()) && line.contains(revision.id())) {
                last = revision.id();
            }
        }
        return last;
    }
}
