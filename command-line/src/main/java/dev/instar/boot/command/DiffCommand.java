package dev.instar.boot.command;

import dev.instar.autogenerate.SchemaComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code instar diff}. */
@Command(
        name = "diff",
        description = "Show how the database differs from what the application's entities want.",
        footer = {
            "",
            "Examples:",
            "  instar diff                                   the changes, one line each",
            "  instar diff --sql                             the statements that make them",
            "  instar diff --source schema.sql               held against a file",
            "  instar diff --source jdbc:postgresql://a/b    held against another database",
            "  instar diff --include 'shop_*' --json         of some tables, for a machine"
        })
final class DiffCommand extends Subcommand {

    @Mixin
    ComparisonSettings settings = new ComparisonSettings();

    @Option(names = "--sql", description = "Print statements.")
    boolean sql;

    @Option(names = "--json", description = "Print the answer as JSON.")
    boolean json;

    @Override
    boolean needsEntities() {
        return settings.needsEntities();
    }

    @Override
    ExitCode run(Workplace place) {
        SchemaComparison found = place.compare(settings.get(place), settings.options(place));
        Terminal terminal = place.terminal();
        ComparisonText text = new ComparisonText(found, terminal.style());
        if (json) {
            terminal.json(text.json());
            return ExitCode.DONE;
        }
        if (found.isEmpty()) {
            terminal.say("Nothing differs.");
        } else if (sql) {
            terminal.print(found.upgrade().section().stripTrailing());
        } else {
            text.changes(terminal::print);
        }
        text.remarks(terminal::say);
        return ExitCode.DONE;
    }
}
