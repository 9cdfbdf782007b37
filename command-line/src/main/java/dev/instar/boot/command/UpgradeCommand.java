package dev.instar.boot.command;

import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import dev.instar.run.Trigger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code instar upgrade}. */
@Command(
        name = "upgrade",
        description = "Apply everything that the target needs.",
        footer = {
            "",
            "Examples:",
            "  instar upgrade                       everything that is pending",
            "  instar upgrade +1                    the next revision",
            "  instar upgrade accounts@head         one branch and what it depends on",
            "  instar upgrade 7c1f                  up to the revision whose id begins so",
            "  instar upgrade --sql > all.sql       for psql, from an empty database",
            "  instar upgrade 7c1f:heads --sql      for psql, from where the database is"
        })
final class UpgradeCommand extends Subcommand {

    @Parameters(arity = "0..1", paramLabel = "TARGET", description = "Where to go; 'heads' unless said otherwise.")
    @Nullable
    String target;

    @Option(names = "--sql", description = "Print the SQL instead of running it; takes a range 'from:to'.")
    boolean sql;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        WrongUsageException.refuseStatementsAsJson(sql, json);
        String word = target == null ? "heads" : target;
        if (sql) {
            place.terminal().print(new OfflineSql(place.instar()).upgrade(TargetRange.parseOrEndingAt(word)));
        } else {
            new ReportText(place).print(place.instar().upgrade(Target.parse(word), Trigger.COMMAND), json);
        }
        return ExitCode.DONE;
    }
}
