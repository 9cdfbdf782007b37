package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code instar adopt}. */
@Command(
        name = "adopt",
        description = {
            "Find out at which revision a database is that has tables and no history, and record it; exit code 3 when that"
                    + " is not certain.",
            "",
            "The revisions are replayed beside the schema, in a transaction that is taken back, and what they make is held"
                    + " against it. Schemas are compared, and rows are not. No revision is run on the database."
        },
        footer = {
            "",
            "Examples:",
            "  instar adopt                       find the revision, and record it",
            "  instar adopt --dry-run             find it, and record nothing",
            "  instar adopt 004                   make sure that it is this one, and record it",
            "  instar adopt --exclude 'qrtz_*'    tables that no revision makes",
            "",
            "What Flyway or Alembic have recorded decides between revisions of the same schema. Their tables are found by",
            "their usual names, or by 'spring.flyway.table' and the like; they are read and never written."
        })
final class AdoptCommand extends Subcommand {

    @Parameters(arity = "0..*", paramLabel = "REVISION", description = "Where the database is said to be.")
    List<Target> targets = List.of();

    @Option(names = "--dry-run", description = "Record nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Print the answer as JSON.")
    boolean json;

    @Mixin
    TableSettings tables = new TableSettings();

    @Override
    ExitCode run(Workplace place) {
        Position said = said(place);
        Position before = place.position();
        AdoptionText text = new AdoptionText(place.terminal(), json);
        if (before.appliedCount() > 0) {
            return already(before, said, text);
        }
        Adoption adoption = new Adoption(place.instar(), place.environment(), tables);
        Evidence evidence = said == null ? adoption.search() : adoption.confirm(said);
        text.others(evidence.others());
        Position found = evidence.position();
        if (found == null) {
            return text.undecided(evidence);
        }
        if (found.appliedCount() == 0) {
            return text.nothing();
        }
        return dryRun
                ? text.found(found, adoption.plan(found), false)
                : text.found(found, adoption.record(found, evidence), true);
    }

    private @Nullable Position said(Workplace place) {
        if (targets.isEmpty()) {
            return null;
        }
        Position nowhere = place.nowhere();
        Set<RevisionId> ids = new LinkedHashSet<>();
        targets.forEach(target -> ids.addAll(new Targets(nowhere).destination(target)));
        if (ids.isEmpty()) {
            throw new WrongUsageException(
                    "At the base there is nothing to adopt.", "Run 'instar upgrade', or name a revision.");
        }
        return Position.assumed(nowhere.graph(), ids);
    }

    /** Several processes of a deployment may adopt one database, each in its turn. */
    private static ExitCode already(Position before, @Nullable Position said, AdoptionText text) {
        if (said != null && !said.current().equals(before.current())) {
            throw new InstarException(
                    "The history says that the database is at %s, and not at %s."
                            .formatted(ReportText.where(before.current()), ReportText.where(said.current())),
                    "A database that has a history is not adopted; 'instar stamp' changes what it says.");
        }
        return text.already(before);
    }
}
