package dev.instar.boot.command;

import dev.instar.plan.Stamp;
import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import dev.instar.run.Trigger;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code instar stamp}. */
@Command(
        name = "stamp",
        description = "Record revisions as applied, and those above them as not, without running anything.",
        footer = {
            "",
            "Examples:",
            "  instar stamp heads             the schema is there already",
            "  instar stamp 7c1f 91aa         two branches at once",
            "  instar stamp 7c1f --purge      and nothing beside it",
            "  instar stamp base:7c1f --sql   for psql"
        })
final class StampCommand extends Subcommand {

    @Parameters(arity = "1..*", paramLabel = "REVISION", description = "Where the database is.")
    List<String> targets = List.of();

    @Option(names = "--purge", description = "Record that nothing else is applied.")
    boolean purge;

    @Option(names = "--sql", description = "Print the SQL instead of running it; takes ranges 'from:to'.")
    boolean sql;

    @Override
    ExitCode run(Workplace place) {
        if (sql) {
            if (purge) {
                throw new WrongUsageException(
                        "'--purge' and '--sql' do not go together: a script does not know what is recorded.",
                        "Say where the history is, as in 'stamp a,b:c --sql'.");
            }
            List<TargetRange> ranges =
                    targets.stream().map(TargetRange::parseOrEndingAt).toList();
            place.terminal().print(new OfflineSql(place.instar()).stamp(ranges));
            return ExitCode.DONE;
        }
        Stamp stamp = place.instar().stamp(targets.stream().map(Target::parse).toList(), purge, Trigger.COMMAND);
        if (stamp.isEmpty()) {
            place.terminal().say("The history says so already.");
        } else {
            place.terminal().print(stamp.toString());
        }
        return ExitCode.DONE;
    }
}
