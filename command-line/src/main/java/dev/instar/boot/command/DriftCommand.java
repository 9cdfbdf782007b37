package dev.instar.boot.command;

import dev.instar.drift.Drift;
import dev.instar.revision.InstarException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code instar drift}. */
@Command(
        name = "drift",
        description = "Find what has changed in the schema since the last run; exit code 3 when anything has.",
        footer = {
            "",
            "Examples:",
            "  instar drift              what is not as the last run left it",
            "  instar drift --accept     remember what is there now",
            "",
            "Runs remember what they leave when 'instar.drift.enabled' is set."
        })
final class DriftCommand extends Subcommand {

    @Option(names = "--accept", description = "Remember the schema as it is now.")
    boolean accept;

    @Option(names = "--json", description = "Print the answer as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        if (accept) {
            place.instar().schema().remember();
            place.terminal().say("The schema is remembered as it is now.");
            return ExitCode.DONE;
        }
        Drift drift = place.instar()
                .schema()
                .drift()
                .orElseThrow(() -> new InstarException(
                        "Nobody has remembered what the schema looks like.",
                        "Set 'instar.drift.enabled=true' for runs to do so, or run 'instar drift --accept'."));
        print(drift, place.terminal());
        return drift.isEmpty() ? ExitCode.DONE : ExitCode.NOT_UP_TO_DATE;
    }

    private void print(Drift drift, Terminal terminal) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("since", drift.since().toString());
            answer.put("objects", drift.objects());
            terminal.json(answer);
        } else if (drift.isEmpty()) {
            terminal.print("Nothing has changed since %s.".formatted(drift.since()));
        } else {
            drift.objects().forEach(terminal::print);
        }
    }
}
