package dev.instar.boot.command;

import dev.instar.Instar;
import dev.instar.revision.expression.Target;
import dev.instar.revision.expression.TargetRange;
import dev.instar.run.RunReport;
import dev.instar.run.Trigger;
import java.util.Optional;
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
            "  instar downgrade heads:7c1f --sql    for psql, from where the database is",
            "  instar downgrade 7c1f --from-history what a newer build has applied, as the history remembers it"
        })
final class DowngradeCommand extends Subcommand {

    @Parameters(paramLabel = "TARGET", description = "Where to go.")
    String target = "";

    @Option(names = "--sql", description = "Print the SQL instead of running it; takes a range 'from:to'.")
    boolean sql;

    @Option(
            names = "--from-history",
            description = "Undo what no file explains any more with the SQL that was recorded when it was applied.")
    boolean fromHistory;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        WrongUsageException.refuseStatementsAsJson(sql, json);
        if (sql) {
            if (fromHistory) {
                throw new WrongUsageException(
                        "'--from-history' and '--sql' do not go together: a script is written without a database.",
                        "Leave one of them out.");
            }
            place.terminal().print(new OfflineSql(place.instar()).downgrade(TargetRange.parse(target)));
        } else {
            new ReportText(place).print(run(place.instar(), Target.parse(target)), json);
        }
        return ExitCode.DONE;
    }

    private Optional<RunReport> run(Instar instar, Target where) {
        return fromHistory
                ? instar.downgradeFromHistory(where, Trigger.COMMAND)
                : instar.downgrade(where, Trigger.COMMAND);
    }
}
