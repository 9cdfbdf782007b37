package dev.instar.database;

import dev.instar.revision.Problem;
import java.util.List;

/**
 * Why a statement cannot work.
 *
 * @param names what would have to be changed before it can, each without its schema and quotes; nothing when it never
 *     can
 */
public record Obstacle(Problem problem, List<String> names) {

    public Obstacle {
        names = List.copyOf(names);
    }

    /** What no other statement can put right. */
    static Obstacle forEver(Problem problem) {
        return new Obstacle(problem, List.of());
    }
}
