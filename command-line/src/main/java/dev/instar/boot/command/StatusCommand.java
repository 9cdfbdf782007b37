package dev.instar.boot.command;

import dev.instar.Status;
import dev.instar.history.HalfDone;
import dev.instar.history.RunRecord;
import dev.instar.history.RunState;
import dev.instar.plan.Position;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code instar status}. */
@Command(
        name = "status",
        description = "Show how the database stands.",
        footer = {
            "",
            "Examples:",
            "  instar status",
            "  instar status -v         with everything that is applied",
            "  instar status --json     the same for a machine"
        })
final class StatusCommand extends Subcommand {

    @Option(names = "--json", description = "Print the answer as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        Status status = place.instar().status();
        if (json) {
            place.terminal().json(json(status));
        } else {
            print(status, place.terminal());
        }
        return ExitCode.DONE;
    }

    private void print(Status status, Terminal terminal) {
        Position position = status.position();
        Table table = new Table();
        Style style = terminal.style();
        table.add(style::faint, "state", status.state().name());
        table.add(style::faint, "current", list(position.current()));
        table.add(style::faint, "heads", list(position.graph().heads()));
        if (!status.target().equals(Target.HEADS)) {
            table.add(style::faint, "target", status.target() + new LeftOut(status).remark());
        }
        table.add(style::faint, "applied", String.valueOf(position.applied().size()));
        table.add(style::faint, "pending", String.valueOf(status.pending().size()));
        table.add(style::faint, "unknown", String.valueOf(position.unknown().size()));
        addRuns(status, table, style);
        table.print(terminal);
        section("Pending:", status.pending(), position, terminal);
        if (common.verbose) {
            List<Revision> applied = position.graph().inOrder().stream()
                    .filter(revision -> position.isApplied(revision.id()))
                    .toList();
            section("Applied:", applied, position, terminal);
        }
    }

    private static void addRuns(Status status, Table table, Style style) {
        if (!status.edited().isEmpty()) {
            table.add(style::faint, "edited", list(status.edited()));
        }
        if (!status.halfDone().isEmpty()) {
            table.add(style::faint, "half done", list(halfDone(status)));
        }
        RunRecord last = status.lastRun();
        if (last != null && last.state() != RunState.SUCCEEDED) {
            table.add(style::faint, "last run", last.state().name().toLowerCase(Locale.ROOT));
        }
    }

    private static List<RevisionId> halfDone(Status status) {
        return status.halfDone().stream().map(HalfDone::revision).toList();
    }

    private static void section(String title, List<Revision> revisions, Position position, Terminal terminal) {
        if (!revisions.isEmpty()) {
            terminal.print("");
            terminal.print(terminal.style().bold(title));
            new RevisionText(position, terminal).lines(revisions);
        }
    }

    private static Map<String, Object> json(Status status) {
        Position position = status.position();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", status.state().name());
        json.put("current", RevisionJson.ids(position.current()));
        json.put("heads", RevisionJson.ids(position.graph().heads()));
        json.put("expected", RevisionJson.ids(status.expected()));
        json.put("applied", position.applied().size());
        json.put(
                "pending",
                status.pending().stream().map(revision -> revision.id().value()).toList());
        json.put(
                "unknown",
                position.unknown().stream()
                        .map(AppliedRevision::id)
                        .map(RevisionId::value)
                        .toList());
        json.put("edited", RevisionJson.ids(status.edited()));
        json.put("halfDone", RevisionJson.ids(halfDone(status)));
        if (status.running() != null) {
            json.put("running", RunJson.of(status.running()));
        }
        if (status.lastRun() != null) {
            json.put("lastRun", RunJson.of(status.lastRun()));
        }
        return json;
    }

    private static String list(Collection<RevisionId> ids) {
        return ids.isEmpty() ? "base" : ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
}
