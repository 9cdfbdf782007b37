package dev.instar.boot.command;

import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import dev.instar.run.Trigger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code instar downgrade}. */
@Command(
        name = "downgrade",
        description = "Undo everything above the target, which itself stays.",
        footer = {
            "",
            "Examples:",
            "  instar downgrade -1                  undo the last revision",
            "  instar downgrade 7c1f                undo everything above it",
            "  instar downgrade accounts@base       undo one branch",
            "  instar downgrade base                undo everything",
            "  instar downgrade heads:7c1f --sql    for psql, from where the database is"
        })
final class DowngradeCommand extends Subcommand {

    @Parameters(paramLabel = "TARGET", description = "Where to go.")
    String target = "";

    @Option(names = "--sql", description = "Print the SQL instead of running it; takes a range 'from:to'.")
    boolean sql;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        String word = CommandParser.restored(target);
        if (sql) {
            place.terminal().print(place.instar().offlineSql().downgrade(TargetRange.parse(word)));
        } else {
            new ReportText(place).print(place.instar().downgrade(Target.parse(word), Trigger.COMMAND), json);
        }
        return ExitCode.DONE;
    }
}
