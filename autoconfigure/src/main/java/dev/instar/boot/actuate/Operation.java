package dev.instar.boot.actuate;

import dev.instar.Instar;
import dev.instar.plan.Position;
import dev.instar.plan.Stamp;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.expression.Target;
import dev.instar.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the endpoint can be asked to do to a database. */
enum Operation {
    UPGRADE,
    DOWNGRADE,
    STAMP;

    /** The steps from there to the target. */
    List<Step> plan(Instar instar, Target target, Position from) {
        if (this == STAMP) {
            Stamp stamp = instar.planStamp(List.of(target), false, from);
            return Stream.concat(
                            stamp.removed().stream().map(revision -> new Step(revision, Direction.DOWNGRADE)),
                            stamp.added().stream().map(revision -> new Step(revision, Direction.UPGRADE)))
                    .toList();
        }
        return (this == UPGRADE ? instar.plan(target, from) : instar.planDowngrade(target, from)).steps();
    }

    /** Does it, and says whether there was anything to do. */
    boolean carryOut(Instar instar, Target target, Run run) {
        if (this == STAMP) {
            return !instar.stamp(List.of(target), false, run).isEmpty();
        }
        return (this == UPGRADE ? instar.upgrade(target, run) : instar.downgrade(target, run)).isPresent();
    }

    static Optional<Operation> of(String word) {
        return Stream.of(values())
                .filter(operation -> operation.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Operation::word).toList();
    }

    /** As requests name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
