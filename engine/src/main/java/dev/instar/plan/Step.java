package dev.instar.plan;

import dev.instar.revision.Direction;
import dev.instar.revision.Revision;

/**
 * One revision in one direction.
 *
 * @param gap whether something that needs the revision is applied already: it was inserted below
 */
public record Step(Revision revision, Direction direction, boolean gap) {

    public Step(Revision revision, Direction direction) {
        this(revision, direction, false);
    }

    /** {@code + 7c1f0a2b  Add user preferences}, or with {@code -} when it is undone. */
    @Override
    public String toString() {
        return (direction == Direction.UPGRADE ? "+ " : "- ")
                + revision.id()
                + "  "
                + revision.message()
                + (gap ? "  (gap: inserted below an applied revision)" : "");
    }
}
