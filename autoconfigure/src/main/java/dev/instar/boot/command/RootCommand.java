package dev.instar.boot.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code instar}: the list of commands. */
@Command(
        name = "instar",
        synopsisSubcommandLabel = "COMMAND",
        description = "Moves the schema of this application's database along its revisions.",
        subcommands = {
            UpgradeCommand.class,
            DowngradeCommand.class,
            PlanCommand.class,
            StatusCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            HeadsCommand.class,
            BranchesCommand.class,
            ShowCommand.class,
            CheckCommand.class,
            RevisionCommand.class,
            MergeCommand.class,
            StampCommand.class,
            AcceptCommand.class
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  instar upgrade                     apply everything that is pending",
            "  instar downgrade -1                undo the last revision",
            "  instar revision -m \"Add orders\"    begin a new revision behind the head",
            "  instar upgrade --sql > all.sql     what an upgrade of an empty database does, for psql",
            "",
            "Targets: head, heads, base, a revision or the beginning of its id, a label, label@head, +2, -1, 7c1f+1.",
            "Any Spring property can stand beside a command: --spring.profiles.active=prod --instar.locations=file:/srv",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not up to date, 4 the migration lock was not available."
        })
final class RootCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
