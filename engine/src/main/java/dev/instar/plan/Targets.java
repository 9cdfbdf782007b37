package dev.instar.plan;

import dev.instar.revision.Listing;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the revisions that a target names, for the commands that look and for those that write files. */
public final class Targets {

    private final Position position;

    public Targets(Position position) {
        this.position = position;
    }

    /** The named revisions; none for the base. */
    public List<Revision> show(Target target) {
        return revisions(resolve(target, Purpose.SHOW).revisions());
    }

    /** Where an upgrade to the target ends. */
    public List<RevisionId> destination(Target target) {
        return target.equals(Target.HEADS)
                ? position.graph().heads()
                : resolve(target, Purpose.UPGRADE).revisions();
    }

    /** Everything the target needs and the database does not have yet, in order. */
    public List<Revision> missing(Target target) {
        if (target.equals(Target.HEADS)) {
            return position.pending();
        }
        Set<RevisionId> wanted = position.graph().withAncestors(destination(target));
        return position.pending().stream()
                .filter(revision -> wanted.contains(revision.id()))
                .toList();
    }

    /**
     * What leads from one end of the range to the other, both included, newest first. Left open it starts at the base
     * and ends at the heads. Bare steps count from the other end: {@code -3:current}, {@code 7c1f:+2}.
     */
    public List<Revision> history(TargetRange range) {
        Ends ends = Ends.of(range, position);
        RevisionGraph known = position.known();
        Set<RevisionId> found = new HashSet<>(known.withAncestors(ends.to()));
        if (!ends.from().isEmpty() && Collections.disjoint(found, ends.from())) {
            throw notConnected(range, ends.from(), ends.to());
        }
        found.removeAll(known.withAncestors(ends.from()));
        found.addAll(ends.from());
        List<RevisionId> newestFirst = new ArrayList<>(known.inOrder().stream()
                .map(Revision::id)
                .filter(found::contains)
                .toList());
        Collections.reverse(newestFirst);
        return revisions(newestFirst);
    }

    private InvalidTargetException notConnected(TargetRange range, List<RevisionId> from, List<RevisionId> to) {
        if (position.known().withAncestors(from).containsAll(to)) {
            return new InvalidTargetException(
                    "'%s' runs backwards: %s is above %s."
                            .formatted(range, Listing.of(from), to.isEmpty() ? "the base" : Listing.of(to)),
                    "Exchange the sides; a range of the history leads up.");
        }
        return new InvalidTargetException(
                "'%s' names no range: %s is not below %s.".formatted(range, Listing.of(from), Listing.of(to)),
                "Choose two revisions of which one leads to the other.");
    }

    /**
     * The parent of a new revision; none for a new root.
     *
     * @param splice whether a revision may be continued that another one continues already
     */
    public List<RevisionId> parent(Target target, boolean splice) {
        List<RevisionId> parents = resolve(target, Purpose.PARENT).revisions();
        if (parents.size() > 1) {
            throw new InvalidTargetException(
                    "A new revision continues one revision, and '%s' is %s.".formatted(target, Listing.of(parents)),
                    "Name one of them, or join them: instar merge %s.".formatted(target));
        }
        requireHeads(parents, splice);
        return parents;
    }

    /**
     * The parents of a merge: at least two, none below another.
     *
     * @param splice whether a revision may be merged that another one continues already
     */
    public List<RevisionId> merge(List<Target> targets, boolean splice) {
        List<RevisionId> parents = new ArrayList<>();
        for (Target target : targets) {
            for (RevisionId parent : resolve(target, Purpose.MERGE).revisions()) {
                if (parents.contains(parent)) {
                    throw new InvalidTargetException(
                            "Revision '%s' is to be merged twice.".formatted(parent), "Name each revision once.");
                }
                parents.add(parent);
            }
        }
        if (parents.size() < 2) {
            throw new InvalidTargetException(
                    parents.isEmpty()
                            ? "There is nothing to merge."
                            : "There is nothing to merge '%s' with.".formatted(parents.get(0)),
                    "Name at least two revisions; with a single head there is no need to.");
        }
        refuseAncestors(parents);
        requireHeads(parents, splice);
        return parents;
    }

    private void refuseAncestors(List<RevisionId> parents) {
        RevisionGraph graph = position.graph();
        for (RevisionId parent : parents) {
            List<RevisionId> below = new ArrayList<>(parents);
            below.remove(parent);
            below.retainAll(graph.alongParents(List.of(parent)));
            if (!below.isEmpty()) {
                throw new InvalidTargetException(
                        "Revision '%s' is already an ancestor of '%s'.".formatted(below.get(0), parent),
                        "Leave it out of the merge.");
            }
        }
    }

    private void requireHeads(List<RevisionId> parents, boolean splice) {
        for (RevisionId parent : parents) {
            if (position.isUnknown(parent)) {
                throw new InvalidTargetException(
                        "Revision '%s' is applied, and no file explains it.".formatted(parent),
                        "Bring its file back before you continue it.");
            }
            List<RevisionId> children = position.graph().children(parent);
            if (!splice && !children.isEmpty()) {
                throw new InvalidTargetException(
                        "Revision '%s' is not a head: %s revises it already.".formatted(parent, Listing.of(children)),
                        "Say '--splice' to begin a second branch there.");
            }
        }
    }

    private Destination resolve(Target target, Purpose purpose) {
        return new Resolver(position, purpose).resolve(target);
    }

    private List<Revision> revisions(List<RevisionId> ids) {
        List<Revision> revisions = new ArrayList<>();
        for (RevisionId id : ids) {
            Revision revision = position.known().find(id);
            if (revision != null) {
                revisions.add(revision);
            }
        }
        return revisions;
    }
}
