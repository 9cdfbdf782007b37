package dev.instar.boot;

import dev.instar.Instar;
import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database whose schema this service looks after.
 *
 * @param name what endpoint, health and metrics call it
 * @param mode what is done about it at the start
 * @param snapshot how it stands, for everyone who asks often
 */
public record MigratedDatabase(String name, Mode mode, Instar instar, StatusSnapshot snapshot) {

    /** The revisions of the files, for which no database is needed; {@code null} when they cannot be used. */
    public @Nullable RevisionGraph files() {
        try {
            return instar.revisions().graph();
        } catch (InstarException invalid) {
            return null;
        }
    }

    /** Where this build wants it to be, for which no database is needed; {@code null} when the files do not tell. */
    public @Nullable List<RevisionId> expected() {
        Target target = instar.settings().target();
        RevisionGraph files = files();
        // Steps alone are counted from where the database is.
        if (files == null || target.isBareSteps()) {
            return null;
        }
        try {
            return new Targets(Position.assumed(files, List.of())).destination(target);
        } catch (InstarException invalid) {
            return null;
        }
    }
}
