package dev.instar.plan;

import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import java.util.Collection;
import java.util.List;

/**
 * Finds the steps from a position to a target, and refuses what could not be carried through: a target that makes no
 * sense with an {@code InvalidTargetException}, revisions in the way with an {@code InvalidRevisionsException} that names
 * all of them.
 */
public final class Planner {

    private final Position position;
    private final boolean undoesUnknown;

    public Planner(Position position) {
        this(position, false);
    }

    private Planner(Position position, boolean undoesUnknown) {
        this.position = position;
        this.undoesUnknown = undoesUnknown;
    }

    /** A planner that also undoes revisions no file explains, where the history remembers how. */
    public Planner undoingUnknown() {
        return new Planner(position, true);
    }

    /** Everything the target needs and the database does not have yet, gaps included. */
    public Plan upgrade(Target target) {
        return upgrade(new Resolver(position, Purpose.UPGRADE).resolve(target).revisions());
    }

    /** Everything the targets need and the database does not have yet, gaps included. */
    public Plan upgrade(Collection<RevisionId> targets) {
        return new Upgrade(position).to(targets);
    }

    /** Undoes everything above the target; the target itself stays, and so does what only depends on it. */
    public Plan downgrade(Target target) {
        Destination destination = new Resolver(position, Purpose.DOWNGRADE).resolve(target);
        return new Downgrade(position, undoesUnknown).to(destination, target.toString());
    }

    /** What must change in the history, so that it says the targets are applied and nothing above them is. */
    public Stamp stamp(List<Target> targets) {
        return new Stamping(position).to(targets);
    }

    /** What must change in the history, so that it says the targets are applied and nothing else is. */
    public Stamp stampNothingBut(List<Target> targets) {
        return new Stamping(position).toNothingBut(targets);
    }
}
