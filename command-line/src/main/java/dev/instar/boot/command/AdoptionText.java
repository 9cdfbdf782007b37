package dev.instar.boot.command;

import dev.instar.adopt.OtherHistory;
import dev.instar.adopt.ReplayException;
import dev.instar.autogenerate.Language;
import dev.instar.autogenerate.SchemaComparison;
import dev.instar.diff.Difference;
import dev.instar.plan.Position;
import dev.instar.plan.Stamp;
import dev.instar.revision.Listing;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says what was found out about a database without a history, for people and for machines. */
final class AdoptionText {

    private final Terminal terminal;
    private final boolean json;
    private List<OtherHistory> others = List.of();

    AdoptionText(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void others(List<OtherHistory> found) {
        others = found;
        if (!json) {
            found.forEach(other -> terminal.say("%s: %s.".formatted(other.table(), other.says())));
        }
    }

    ExitCode already(Position before) {
        if (json) {
            terminal.json(json(List.of(before)));
        } else {
            terminal.say("The history says already that the database is at %s."
                    .formatted(ReportText.where(before.current())));
        }
        return ExitCode.DONE;
    }

    ExitCode nothing() {
        if (json) {
            terminal.json(json(List.of()));
        } else {
            terminal.say("There is nothing to adopt: the database has nothing of what the revisions make.");
        }
        return ExitCode.DONE;
    }

    ExitCode found(Position found, Stamp stamp, boolean recorded) {
        if (json) {
            Map<String, Object> answer = json(List.of(found));
            List<Revision> added = recorded ? stamp.added() : List.of();
            answer.put(
                    "recorded",
                    RevisionJson.ids(added.stream().map(Revision::id).toList()));
            terminal.json(answer);
        } else {
            terminal.print(stamp.toString());
            terminal.print("The schema is that of %s. %s"
                    .formatted(
                            ReportText.where(found.current()),
                            recorded
                                    ? "That is recorded; nothing was run, and no rows were compared."
                                    : "Nothing is recorded."));
        }
        return ExitCode.DONE;
    }

    /** It takes somebody who knows more. */
    ExitCode undecided(Evidence evidence) {
        if (json) {
            terminal.json(json(evidence));
        } else if (evidence.candidates().isEmpty()) {
            comparison(evidence).changes(terminal::print);
        } else {
            evidence.candidates().forEach(candidate -> terminal.print(words(candidate)));
        }
        if (evidence.candidates().isEmpty()) {
            complainOfDifference(evidence);
        } else {
            complainOfChoice(evidence);
        }
        return ExitCode.NOT_UP_TO_DATE;
    }

    private void complainOfDifference(Evidence evidence) {
        Position nearest = Objects.requireNonNull(evidence.nearest());
        String where = ReportText.where(nearest.current());
        String what = evidence.searched()
                ? "The schema is that of no revision, and nearest to that of %s; the changes lead there."
                : "The schema is not that of %s; the changes lead there.";
        terminal.complain(
                what.formatted(where) + unseen(evidence),
                nearest.appliedCount() == 0
                        ? "Begin with a revision that makes what is there, as a dump does, or leave tables out that no revision"
                                + " makes with '--exclude'."
                        : "Make them, leave tables out that no revision makes with '--exclude', or, when what differs does not"
                                + " matter, run 'instar stamp %s'.".formatted(words(nearest)));
    }

    private void complainOfChoice(Evidence evidence) {
        OtherHistory contradiction = evidence.contradiction();
        int count = evidence.candidates().size();
        String what = count == 1
                ? "The schema is that of %s"
                        .formatted(ReportText.where(evidence.candidates().get(0).current()))
                : "The schema is the same at %d positions, which differ in rows alone".formatted(count);
        String but = contradiction == null
                ? "."
                : ", and '%s' says otherwise: %s.".formatted(contradiction.table(), contradiction.says());
        Position last = evidence.candidates().get(count - 1);
        terminal.complain(
                what + but + unseen(evidence),
                last.appliedCount() == 0
                        ? "Check that the connection leads to the schema that was migrated; 'instar upgrade' begins at the base."
                        : "Say where the database is, as in 'instar adopt %s'.".formatted(words(last)));
    }

    /** Why there may be more to it. */
    private static String unseen(Evidence evidence) {
        StringBuilder text = new StringBuilder();
        ReplayException obstacle = evidence.obstacle();
        if (obstacle != null) {
            text.append(" What lies behind was not looked at. ").append(obstacle.description());
        }
        if (!evidence.complete()) {
            text.append(" Not all ways through the branches were looked at.");
        }
        if (!evidence.notRun().isEmpty()) {
            text.append(" Not replayed, since written in Java: ")
                    .append(Listing.of(evidence.notRun()))
                    .append('.');
        }
        return text.toString();
    }

    /** The position as the command takes it. */
    private static String words(Position position) {
        return position.current().isEmpty()
                ? "base"
                : position.current().stream().map(RevisionId::value).collect(Collectors.joining(" "));
    }

    private ComparisonText comparison(Evidence evidence) {
        Difference difference = Objects.requireNonNull(evidence.difference());
        return new ComparisonText(
                new SchemaComparison("the revisions", Language.SQL, difference, List.of(), List.of(), List.of()),
                terminal.style());
    }

    private Map<String, Object> json(Evidence evidence) {
        Map<String, Object> answer = json(evidence.candidates());
        if (evidence.nearest() != null) {
            answer.put("nearest", RevisionJson.ids(evidence.nearest().current()));
            answer.put("changes", comparison(evidence).json().get("changes"));
        }
        return answer;
    }

    private Map<String, Object> json(List<Position> positions) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "positions",
                positions.stream()
                        .map(position -> RevisionJson.ids(position.current()))
                        .toList());
        answer.put("recorded", List.of());
        Map<String, Object> tables = new LinkedHashMap<>();
        others.forEach(other -> tables.put(other.table(), other.says()));
        answer.put("others", tables);
        return answer;
    }
}
