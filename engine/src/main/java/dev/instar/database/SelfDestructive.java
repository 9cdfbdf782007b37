package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.revision.Problem;
import java.util.Optional;

/** A statement that would end the run that runs it. */
final class SelfDestructive implements LoneStatement {

    @Override
    public Optional<Obstacle> obstacle(Session session) {
        return Optional.of(Obstacle.forEver(new Problem(
                "'DISCARD ALL' would give back the migration lock in the middle of a run",
                null,
                "Take it out: a run has a session of its own, and leaves nothing behind in it.")));
    }

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        return Finding.TO_RUN;
    }
}
