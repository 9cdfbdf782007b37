package dev.instar.plan;

import dev.instar.revision.Listing;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.revision.expression.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts steps along parents and children, and never guesses which way to go. The base is {@code null}. */
final class Walk {

    private final Position position;
    private final Lineage lineage;
    private final Target.Relative target;

    Walk(Position position, Lineage lineage, Target.Relative target) {
        this.position = position;
        this.lineage = lineage;
        this.target = target;
    }

    @Nullable
    RevisionId from(@Nullable RevisionId start) {
        return target.distance() < 0 ? down(start) : up(start);
    }

    private @Nullable RevisionId up(@Nullable RevisionId start) {
        RevisionId place = start;
        for (int step = 0; step < target.distance(); step++) {
            List<RevisionId> next = lineage.filter(
                    place == null ? position.graph().roots() : position.graph().children(place));
            if (next.isEmpty()) {
                throw tooFar("above", start, step);
            }
            place = only(next, "'%s', which %s follow".formatted(name(place), Listing.of(next)));
        }
        return place;
    }

    private @Nullable RevisionId down(@Nullable RevisionId start) {
        RevisionId place = start;
        for (int step = 0; step > target.distance(); step--) {
            if (place == null) {
                throw tooFar("below", start, step);
            }
            List<RevisionId> next = lineage.filter(position.known().parents(place));
            place = next.isEmpty() ? null : only(next, "the merge '%s' of %s".formatted(place, Listing.of(next)));
        }
        return place;
    }

    private RevisionId only(List<RevisionId> next, String place) {
        if (next.size() > 1) {
            throw new InvalidTargetException(
                    "'%s' cannot tell where to go at %s.".formatted(target, place),
                    "Name the branch, for example '%s', or the revision to go to."
                            .formatted(target.on(next.get(0).value())));
        }
        return next.get(0);
    }

    private InvalidTargetException tooFar(String side, @Nullable RevisionId start, int farthest) {
        String where = lineage.isWhole() ? "" : " on the branch '%s'".formatted(lineage.name());
        if (farthest == 0) {
            return new InvalidTargetException(
                    "'%s' goes too far: nothing is %s '%s'%s.".formatted(target, side, name(start), where),
                    "There is no step to take.");
        }
        String most = Math.abs(farthest) == 1 ? "is only one step" : "are only %d steps".formatted(Math.abs(farthest));
        return new InvalidTargetException(
                "'%s' goes too far: there %s %s '%s'%s.".formatted(target, most, side, name(start), where),
                "The farthest is '%s'.".formatted(target.withDistance(farthest)));
    }

    private static String name(@Nullable RevisionId place) {
        return place == null ? "base" : place.value();
    }
}
