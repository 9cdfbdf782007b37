package dev.instar.boot.command;

import dev.instar.history.JournalEvent;
import dev.instar.history.RunRecord;
import dev.instar.history.RunRecord.StepRecord;
import dev.instar.history.RunState;
import dev.instar.revision.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Runs as people read them. */
final class RunText {

    private static final int MOST = 4;

    private final Terminal terminal;

    RunText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A line for each run and, for those that ended badly, one for the reason. */
    void print(List<RunRecord> runs, boolean verbose) {
        Table table = new Table();
        for (RunRecord run : runs) {
            table.add(
                    colour(run.state()),
                    word(run.state().name()),
                    seconds(run.startedAt()),
                    run.trigger(),
                    who(run),
                    duration(run),
                    what(run));
            table.below(lines(run, verbose));
        }
        table.print(terminal);
    }

    private UnaryOperator<String> colour(RunState state) {
        Style style = terminal.style();
        return switch (state) {
            case SUCCEEDED -> style::green;
            case BEGUN, RUNNING, STOPPED -> style::yellow;
            case LOST, FAILED -> style::red;
        };
    }

    private static List<String> lines(RunRecord run, boolean verbose) {
        List<String> lines = new ArrayList<>();
        if (run.error() != null) {
            lines.add("  " + run.error());
        }
        if (verbose) {
            lines.add("  run %s".formatted(run.id()));
            run.steps()
                    .forEach(step ->
                            lines.add("  %s  %s %s".formatted(seconds(step.at()), verb(step), step.revision())));
        }
        return lines;
    }

    private static String who(RunRecord run) {
        return run.applicationVersion() == null ? run.by() : run.by() + " " + run.applicationVersion();
    }

    private static String duration(RunRecord run) {
        Duration took = Duration.between(run.startedAt(), run.lastSign());
        if (took.toMinutes() >= 1) {
            return "%d min %d s".formatted(took.toMinutes(), took.toSecondsPart());
        }
        return took.toMillis() >= 10_000 ? "%d s".formatted(took.toSeconds()) : "%d ms".formatted(took.toMillis());
    }

    private static String what(RunRecord run) {
        Map<String, List<String>> byVerb = new LinkedHashMap<>();
        run.steps()
                .forEach(step -> byVerb.computeIfAbsent(verb(step), verb -> new ArrayList<>())
                        .add(step.revision().value()));
        List<String> parts = new ArrayList<>();
        byVerb.forEach((verb, ids) -> parts.add(verb + " " + cut(ids)));
        if (run.current() != null) {
            parts.add("was at " + run.current());
        }
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }

    private static String cut(List<String> ids) {
        return ids.size() <= MOST
                ? String.join(", ", ids)
                : "%s and %d more".formatted(String.join(", ", ids.subList(0, MOST)), ids.size() - MOST);
    }

    private static String verb(StepRecord step) {
        if (step.event() == JournalEvent.STAMPED) {
            return step.direction() == Direction.UPGRADE ? "stamped" : "unstamped";
        }
        return switch (step.event()) {
            case ROLLED_BACK -> "undid";
            case DONE -> "decided done:";
            case AGAIN -> "decided again:";
            case ABANDONED -> "decided undone:";
            default -> word(step.event().name());
        };
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
