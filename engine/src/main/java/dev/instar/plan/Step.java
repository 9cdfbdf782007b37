package dev.instar.plan;

import dev.instar.revision.Direction;
import dev.instar.revision.Revision;

/** One revision in one direction. */
public record Step(Revision revision, Direction direction) {

    @Override
    public String toString() {
        return "%s %s %s".formatted(direction == Direction.UPGRADE ? "+" : "-", revision.id(), revision.message());
    }
}
