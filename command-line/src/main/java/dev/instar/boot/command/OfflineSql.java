package dev.instar.boot.command;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.plan.OfflinePlanner;
import dev.instar.plan.Plan;
import dev.instar.plan.Stamp;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.Problems;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.TargetRange;
import dev.instar.run.Run;
import dev.instar.run.Trigger;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says in SQL what a migration would do, for a database that Instar is not connected to. {@code psql} runs the script;
 * it leaves behind the schema and the history that the migration itself would. The journal is not written: it tells
 * what runs of Instar did.
 */
final class OfflineSql {

    private final Revisions revisions;
    private final InstarSettings settings;
    private final OfflinePlanner planner;

    OfflineSql(Instar instar) {
        this.revisions = instar.revisions();
        this.settings = instar.settings();
        this.planner = new OfflinePlanner(revisions.graph());
    }

    /** From the start of the range, or else from the base, up to its end. */
    String upgrade(TargetRange range) {
        return script(planner.upgrade(range), planner.start(range));
    }

    /** From the start of the range down to its end. */
    String downgrade(TargetRange range) {
        return script(planner.downgrade(range), Set.of());
    }

    /** From a history that stands at the starts of the ranges to one that stands at their ends. */
    String stamp(List<TargetRange> ranges) {
        Stamp stamp = planner.stamp(ranges);
        Set<RevisionId> start = new LinkedHashSet<>();
        ranges.forEach(range -> start.addAll(planner.start(range)));
        ScriptDraft draft = draft(start);
        draft.stamp(stamp, revisions);
        return draft.toString();
    }

    private String script(Plan plan, Set<RevisionId> start) {
        refuseWhatCannotWork(plan);
        ScriptDraft draft = draft(start);
        for (Step step : plan.steps()) {
            draft.step(step, revisions.script(step.revision().id()));
        }
        draft.end();
        return draft.toString();
    }

    private ScriptDraft draft(Set<RevisionId> start) {
        Run run = Run.begin(Trigger.COMMAND, settings.applicationName(), settings.applicationVersion());
        return new ScriptDraft(settings, run, start);
    }

    private void refuseWhatCannotWork(Plan plan) {
        Problems problems = new Problems();
        for (Step step : plan.steps()) {
            Script script = revisions.script(step.revision().id());
            if (!script.isSkipped()) {
                refuseJava(step, script, problems);
                refuseAlone(step, script, problems);
            }
        }
        problems.throwIfPresent();
    }

    private static void refuseJava(Step step, Script script, Problems problems) {
        if (script.java() != null) {
            problems.add(
                    "Revision '%s' is written in Java, and no SQL can do what it does"
                            .formatted(step.revision().id()),
                    step.revision().origin(),
                    "Write scripts for the ranges before and behind it, and run it online.");
        }
    }

    /** A run refuses this, too, before it begins. */
    private void refuseAlone(Step step, Script script, Problems problems) {
        List<ScriptStatement> alone = new ArrayList<>();
        script.forEach(step.direction(), statement -> {
            if (ScriptDraft.runsAlone(statement)) {
                alone.add(statement);
            }
        });
        if (ScriptDraft.isOneTransaction(settings)) {
            alone.forEach(statement -> problems.add(
                    "With 'instar.transaction=run' a script is one transaction, and this statement runs outside of any",
                    statement.origin(),
                    "Write the script up to here with 'instar.transaction=revision'."));
        }
        if (step.direction() == Direction.UPGRADE && !alone.isEmpty()) {
            script.ensured().forEach(check -> problems.add(check.outsideOfOneTransaction()));
        }
    }
}
