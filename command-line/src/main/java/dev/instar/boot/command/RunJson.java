package dev.instar.boot.command;

import dev.instar.history.RunRecord;
import dev.instar.history.RunRecord.StepRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Runs as machines read them. */
final class RunJson {

    private RunJson() {}

    static Map<String, Object> of(RunRecord run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", run.id().toString());
        json.put("trigger", run.trigger().toUpperCase(Locale.ROOT));
        json.put("by", run.by());
        if (run.applicationVersion() != null) {
            json.put("applicationVersion", run.applicationVersion());
        }
        json.put("startedAt", run.startedAt().toString());
        json.put("durationMs", Duration.between(run.startedAt(), run.lastSign()).toMillis());
        json.put("state", run.state().name());
        json.put("planned", run.planned());
        json.put("steps", run.steps().stream().map(RunJson::of).toList());
        if (run.current() != null) {
            json.put("revision", run.current().value());
        }
        if (run.error() != null) {
            json.put("failure", run.error());
        }
        return json;
    }

    private static Map<String, Object> of(StepRecord step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revision", step.revision().value());
        json.put("direction", step.direction().name().toLowerCase(Locale.ROOT));
        json.put("event", step.event().name());
        json.put("at", step.at().toString());
        return json;
    }
}
