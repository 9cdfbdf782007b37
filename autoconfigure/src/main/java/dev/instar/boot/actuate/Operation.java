package dev.instar.boot.actuate;

import dev.instar.Instar;
import dev.instar.plan.Position;
import dev.instar.plan.Stamp;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.revision.expression.Target;
import dev.instar.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the endpoint can be asked to do to a database. */
enum Operation {
    UPGRADE {
        @Override
        List<Step> plan(Instar instar, Target target, Position from) {
            return instar.plan(target, from).steps();
        }

        @Override
        boolean carryOut(Instar instar, Target target, Run run) {
            return instar.upgrade(target, run).isPresent();
        }
    },
    DOWNGRADE {
        @Override
        List<Step> plan(Instar instar, Target target, Position from) {
            return instar.planDowngrade(target, from).steps();
        }

        @Override
        boolean carryOut(Instar instar, Target target, Run run) {
            return instar.downgrade(target, run).isPresent();
        }
    },
    STAMP {
        @Override
        List<Step> plan(Instar instar, Target target, Position from) {
            Stamp stamp = instar.planStamp(List.of(target), false, from);
            return Stream.concat(
                            stamp.removed().stream().map(revision -> step(revision, Direction.DOWNGRADE)),
                            stamp.added().stream().map(revision -> step(revision, Direction.UPGRADE)))
                    .toList();
        }

        @Override
        boolean carryOut(Instar instar, Target target, Run run) {
            return !instar.stamp(List.of(target), false, run).isEmpty();
        }
    };

    /** The steps from there to the target. */
    abstract List<Step> plan(Instar instar, Target target, Position from);

    /** Does it, and says whether there was anything to do. */
    abstract boolean carryOut(Instar instar, Target target, Run run);

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

    private static Step step(Revision revision, Direction direction) {
        return new Step(revision, direction);
    }
}
