package dev.instar.run;

import dev.instar.database.Obstacle;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.Origin;
import dev.instar.revision.Problem;
import dev.instar.revision.Problems;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what in a step can never work, before anything of it is run. */
final class Obstacles {

    private final RunManner manner;
    private final LockedSession locked;
    private final List<Outline> before = new ArrayList<>();
    private final Problems problems = new Problems();

    Obstacles(RunContext context) {
        this.manner = context.settings().manner();
        this.locked = context.locked();
    }

    /** Refuses everything that was found, all at once. */
    void throwIfPresent() {
        problems.throwIfPresent();
    }

    /** Looks at a step; what is done already of one that is half done was no obstacle. */
    Obstacles look(StepContext prepared) {
        Step step = prepared.step();
        Script script = prepared.script();
        Outline outline = prepared.outline();
        if (!locked.hold().keepsSession() && outline.isSplit()) {
            refuseLostSettings(step, script);
        }
        if (manner.isOneTransaction()) {
            outline.parts().forEach(part -> refuseAlone(part.alone()));
        }
        refuseMissingDowngrade(step, script);
        refuseForeignCharacters(step, script);
        if (prepared.halfDone() == null) {
            lookAtWhole(step, script, outline);
        }
        before.add(outline);
        return this;
    }

    /** Files say that there is nothing to undo here; the history, that it was applied when this was another environment. */
    private void refuseMissingDowngrade(Step step, Script script) {
        if (step.direction() == Direction.DOWNGRADE
                && !script.environments().isEmpty()
                && !script.isSkipped()
                && script.java() == null
                && script.downgradeSql() == null) {
            problems.add(
                    "Revision '%s' was applied, and has no downgrade"
                            .formatted(step.revision().id()),
                    step.revision().origin(),
                    "Add a '-- @downgrade' section, or choose a target above it.");
        }
    }

    /** They would be refused when all is done, and taken back with it. */
    private void refuseForeignCharacters(Step step, Script script) {
        if (step.direction() == Direction.UPGRADE
                && !locked.database()
                        .canKeep(locked.session(), () -> step.revision().message() + script.downgradeSql())) {
            problems.add(
                    "The history cannot keep the message or the downgrade of revision '%s': the encoding of the database lacks some of their characters"
                            .formatted(step.revision().id()),
                    step.revision().origin(),
                    "Write them without these.");
        }
    }

    private void refuseAlone(@Nullable ScriptStatement statement) {
        if (statement != null) {
            problems.add(
                    "With 'instar.transaction=run' a run is one transaction, and this statement runs outside of any",
                    statement.origin(),
                    "Apply this revision and what comes before it with 'instar.transaction=revision'.");
        }
    }

    private void lookAtWhole(Step step, Script script, Outline outline) {
        if (outline.isSplit() && step.direction() == Direction.UPGRADE) {
            script.ensured().forEach(check -> problems.add(check.outsideOfOneTransaction()));
        }
        for (Part part : outline.parts()) {
            ScriptStatement alone = part.alone();
            if (alone != null) {
                locked.database()
                        .lone(alone.kind(), alone.text())
                        .obstacle(locked.session())
                        .filter(obstacle -> !mayBeGoneByThen(obstacle, outline, part.first()))
                        .map(Obstacle::problem)
                        .map(problem -> new Problem(problem.what(), alone.origin(), problem.remedy()))
                        .ifPresent(problems::add);
            }
        }
    }

    /** What comes before may put it right, or make the statement's names lead elsewhere; then the server has the word. */
    private boolean mayBeGoneByThen(Obstacle obstacle, Outline outline, int number) {
        if (obstacle.names().isEmpty()) {
            return false;
        }
        for (Outline earlier : before) {
            if (earlier.mayTouch(obstacle.names(), earlier.size())) {
                return true;
            }
        }
        return outline.mayTouch(obstacle.names(), number - 1);
    }

    /** What a script sets lasts for one transaction, and a statement that runs alone is none of those. */
    private void refuseLostSettings(Step step, Script script) {
        List<Origin> settings = new ArrayList<>();
        List<Origin> without = new ArrayList<>();
        script.forEach(step.direction(), statement -> {
            Traits traits = new Traits(statement);
            if (traits.isSetting() || traits.temporaryName().isPresent()) {
                settings.add(statement.origin());
            } else if (Traits.runsAlone(statement, locked.database())) {
                refuseLostTimeout(statement);
                if (!settings.isEmpty()) {
                    without.add(statement.origin());
                }
            }
        });
        if (!without.isEmpty()) {
            problems.add(
                    "The statement at line %d runs outside a transaction, and through a pooler nothing holds for it that the revision sets at line %d"
                            .formatted(without.get(0).line(), settings.get(0).line()),
                    without.get(0),
                    "Write qualified names instead of a search path, or move the statement to a revision of its own.");
        }
    }

    private void refuseLostTimeout(ScriptStatement statement) {
        if (statement.options().timeout() != null) {
            problems.add(
                    "This statement runs outside a transaction, and through a pooler nothing ends it when its '@timeout' is over",
                    statement.origin(),
                    "Take the directive out, or set a 'statement_timeout' for the role or the database.");
        }
    }
}
