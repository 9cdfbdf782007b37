package dev.instar.boot.command;

import dev.instar.plan.Plan;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code instar plan}. */
@Command(
        name = "plan",
        description = "Show the steps that an upgrade or a downgrade would take now.",
        footer = {
            "",
            "Examples:",
            "  instar plan                   what an upgrade would apply",
            "  instar plan accounts@head     the same for one branch",
            "  instar plan --down -1         what a downgrade would undo",
            "  instar plan -v                with the statements"
        })
final class PlanCommand extends Subcommand {

    @Parameters(arity = "0..1", paramLabel = "TARGET", description = "Where to go; 'heads' unless said otherwise.")
    @Nullable
    Target target;

    @Option(names = "--down", description = "Plan a downgrade.")
    boolean down;

    @Option(names = "--json", description = "Print the steps as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        if (down && target == null) {
            throw new WrongUsageException("A downgrade needs a target.", "Say where to go, as in 'plan --down -1'.");
        }
        Target wanted = target == null ? Target.HEADS : target;
        Plan plan = down ? place.instar().planDowngrade(wanted) : place.instar().plan(wanted);
        if (json) {
            place.terminal()
                    .json(Map.of(
                            "steps", plan.steps().stream().map(ReportText::step).toList()));
        } else if (plan.isEmpty()) {
            place.terminal().say("There is nothing to do.");
        } else {
            print(plan, place);
        }
        return ExitCode.DONE;
    }

    private void print(Plan plan, Workplace place) {
        Map<RevisionId, Boolean> skipped = new HashMap<>();
        place.position().applied().forEach(revision -> skipped.put(revision.id(), revision.skipped()));
        Revisions revisions = place.instar().revisions().asApplied(skipped);
        plan.steps().forEach(step -> {
            Script script = revisions.script(step.revision().id());
            place.terminal()
                    .print(step
                            + (script.isSkipped()
                                    ? "  (recorded only: for %s)".formatted(String.join(", ", script.environments()))
                                    : ""));
            if (common.verbose && !script.isSkipped()) {
                script.forEach(
                        step.direction(),
                        statement -> place.terminal()
                                .print(statement.written().indent(4).stripTrailing() + ";"));
            }
        });
    }
}
