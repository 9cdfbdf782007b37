package dev.instar.boot.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code instar}: the list of commands. */
@Command(
        name = "instar",
        synopsisSubcommandLabel = "COMMAND",
        description = "Moves the schema of this application's database along its revisions.",
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

    /**
     * The commands that the words can be about: one where the first word names it, so that the others need not even be
     * loaded, and else all.
     */
    static CommandLine lineFor(List<String> words) {
        CommandLine line = new CommandLine(new RootCommand());
        Map<String, Supplier<Subcommand>> commands = commands();
        Supplier<Subcommand> named = words.isEmpty() ? null : commands.get(words.get(0));
        if (named == null) {
            commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        } else {
            line.addSubcommand(words.get(0), named.get());
        }
        return line;
    }

    private static Map<String, Supplier<Subcommand>> commands() {
        Map<String, Supplier<Subcommand>> commands = new LinkedHashMap<>();
        commands.put("upgrade", UpgradeCommand::new);
        commands.put("downgrade", DowngradeCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("current", CurrentCommand::new);
        commands.put("history", HistoryCommand::new);
        commands.put("heads", HeadsCommand::new);
        commands.put("branches", BranchesCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("drift", DriftCommand::new);
        commands.put("revision", RevisionCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("stamp", StampCommand::new);
        commands.put("adopt", AdoptCommand::new);
        commands.put("accept", AcceptCommand::new);
        commands.put("resume", ResumeCommand::new);
        commands.put("journal", JournalCommand::new);
        return commands;
    }
}
