package dev.instar.boot.command;

import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import dev.instar.run.RunReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a run has done. */
final class ReportText {

    private final Workplace place;

    ReportText(Workplace place) {
        this.place = place;
    }

    void print(Optional<RunReport> report, boolean json) {
        List<RevisionId> current = place.position().current();
        if (json) {
            place.terminal().json(json(report, current));
            return;
        }
        String where = where(current);
        place.terminal()
                .print(report.map(done -> "%s in %d ms. The database is at %s."
                                .formatted(steps(done), done.duration().toMillis(), where))
                        .orElse("Nothing to do: the database is at %s.".formatted(where)));
    }

    /** Where the database is, in a sentence. */
    static String where(List<RevisionId> current) {
        return current.isEmpty()
                ? "the base"
                : current.stream().map(id -> "'" + id + "'").collect(Collectors.joining(" and "));
    }

    private static String steps(RunReport report) {
        long up = report.steps().stream()
                .filter(step -> step.step().direction() == Direction.UPGRADE)
                .count();
        long count = report.steps().size();
        return "%s %d revision%s".formatted(up > 0 ? "Applied" : "Undid", count, count == 1 ? "" : "s");
    }

    private static Map<String, Object> json(Optional<RunReport> report, List<RevisionId> current) {
        Map<String, Object> json = new LinkedHashMap<>();
        report.ifPresent(done -> {
            json.put("run", done.run().id().toString());
            json.put("durationMs", done.duration().toMillis());
        });
        json.put(
                "steps",
                report.map(RunReport::steps).orElse(List.of()).stream()
                        .map(done -> step(done.step(), done.duration().toMillis()))
                        .toList());
        json.put("current", RevisionJson.ids(current));
        return json;
    }

    private static Map<String, Object> step(Step step, long millis) {
        Map<String, Object> json = step(step);
        json.put("durationMs", millis);
        return json;
    }

    /** A step as machines read it. */
    static Map<String, Object> step(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", step.revision().id().value());
        json.put("message", step.revision().message());
        json.put("direction", step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade");
        return json;
    }
}
