package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.plan.Targets;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.TargetRange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code instar history}. */
@Command(
        name = "history",
        description = "List revisions, newest first.",
        footer = {
            "",
            "Examples:",
            "  instar history --graph              with lines between them",
            "  instar history -r 7c1f:             from one revision on",
            "  instar history -r current:heads     what is still to come",
            "  instar history --mermaid            for a diagram in Markdown"
        })
final class HistoryCommand extends Subcommand {

    @Option(
            names = {"-r", "--range"},
            paramLabel = "FROM:TO",
            description = "Which part; either side may be left out.")
    @Nullable
    String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database what is applied, and mark where it stands.")
    boolean indicateCurrent;

    @Mixin
    Drawing drawing = new Drawing();

    @Override
    ExitCode run(Workplace place) {
        TargetRange wanted = TargetRange.parse(range == null ? "base:heads" : range);
        boolean asksDatabase = indicateCurrent || isAboutDatabase(wanted);
        Position position = asksDatabase ? place.position() : place.nowhere();
        List<RevisionId> current = indicateCurrent ? position.current() : List.of();
        drawing.show(new Targets(position).history(wanted), position, current, common.verbose, place.terminal());
        if (indicateCurrent && !drawing.json) {
            place.terminal().say("The database is at %s.".formatted(ReportText.where(current)));
        }
        return ExitCode.DONE;
    }

    /** {@code current}, and steps that are counted from it. */
    private static boolean isAboutDatabase(TargetRange range) {
        String text = range.toString();
        return text.contains("current")
                || text.startsWith("+")
                || text.startsWith("-")
                || text.contains(":+")
                || text.contains(":-")
                || text.contains("@+")
                || text.contains("@-");
    }
}
