package dev.instar.adopt;

import dev.instar.plan.Position;
import dev.instar.revision.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At which revisions a database may be, as its schema shows it.
 *
 * @param matches the positions whose schema equals that of the database; data changes no schema, so there may be several
 * @param nearest the position that is least different, where none matches
 * @param obstacle what ended the search on some way through the graph before its end
 * @param notRun revisions that are written in Java, which nobody replays
 * @param complete whether every position was looked at that the graph has
 */
public record PositionFinding(
        List<Position> matches,
        @Nullable Position nearest,
        @Nullable ReplayException obstacle,
        List<RevisionId> notRun,
        boolean complete) {

    public PositionFinding {
        matches = List.copyOf(matches);
        notRun = List.copyOf(notRun);
    }
}
