package dev.instar.boot.command;

import dev.instar.adopt.OtherHistory;
import dev.instar.adopt.ReplayException;
import dev.instar.diff.Difference;
import dev.instar.plan.Position;
import dev.instar.revision.RevisionId;
import dev.instar.schema.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for one position of a database or another.
 *
 * @param searched whether all positions were looked at, and not a single one
 * @param live what the database looks like
 * @param candidates the positions whose schema is the same
 * @param nearest the one that comes nearest, where none is the same
 * @param difference what leads from the database to that
 * @param others what other tools have recorded
 * @param obstacle why not all positions could be looked at
 * @param complete whether all were looked at, but for those behind an obstacle
 * @param notRun revisions that nobody replays
 */
record Evidence(
        boolean searched,
        Catalog live,
        List<Position> candidates,
        @Nullable Position nearest,
        @Nullable Difference difference,
        List<OtherHistory> others,
        @Nullable ReplayException obstacle,
        boolean complete,
        List<RevisionId> notRun) {

    /** The only position that all of it leaves, or {@code null}: nobody guesses. */
    @Nullable
    Position position() {
        List<Position> recorded = recorded();
        List<Position> left = candidates.stream()
                .filter(candidate -> recorded.stream().allMatch(other -> contains(candidate, other)))
                .toList();
        if (left.size() > 1 && !recorded.isEmpty()) {
            left = left.stream()
                    .filter(candidate -> recorded.stream().allMatch(other -> contains(other, candidate)))
                    .toList();
        }
        boolean all = obstacle == null && complete;
        return left.size() == 1 && (all || !recorded.isEmpty()) ? left.get(0) : null;
    }

    /** One that has recorded what the schema does not show. */
    @Nullable
    OtherHistory contradiction() {
        return others.stream()
                .filter(other -> other.position() != null
                        && candidates.stream().noneMatch(candidate -> contains(candidate, other.position())))
                .findFirst()
                .orElse(null);
    }

    private List<Position> recorded() {
        List<Position> recorded = new ArrayList<>();
        others.stream().map(OtherHistory::position).filter(Objects::nonNull).forEach(recorded::add);
        return recorded;
    }

    /** Another tool may know of less: what it repeats has no version, and a revision of its own. */
    private static boolean contains(Position whole, @Nullable Position part) {
        return part != null && part.current().stream().allMatch(whole::isApplied);
    }
}
