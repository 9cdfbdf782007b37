package dev.instar.boot.command;

import dev.instar.history.JournalCheck;
import dev.instar.history.RunRecord;
import dev.instar.revision.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code instar journal}. */
@Command(
        name = "journal",
        description = "Show what was done to the database, by whom, when, how long it took and how it ended.",
        footer = {
            "",
            "Examples:",
            "  instar journal              the last twenty runs, last one first",
            "  instar journal -n 1 -v      the last one, step by step",
            "  instar journal --verify     recompute the hash of every line; exit code 3 when one does not fit"
        })
final class JournalCommand extends Subcommand {

    @Option(
            names = {"-n", "--number"},
            paramLabel = "NUMBER",
            description = "How many runs to show; ${DEFAULT-VALUE} unless said otherwise.")
    int number = 20;

    @Option(names = "--verify", description = "Check that no line was edited, taken out or put in.")
    boolean verify;

    @Option(names = "--json", description = "Print the answer as JSON.")
    boolean json;

    @Override
    ExitCode run(Workplace place) {
        if (number < 1) {
            throw new WrongUsageException("'-n %d' shows nothing.".formatted(number), "Give a number above zero.");
        }
        return verify ? verify(place) : show(place);
    }

    private ExitCode show(Workplace place) {
        List<RunRecord> runs = place.instar().runs(number);
        if (json) {
            place.terminal().json(runs.stream().map(RunJson::of).toList());
        } else if (runs.isEmpty()) {
            place.terminal().say("Nothing was done to this database yet.");
        } else {
            new RunText(place.terminal()).print(runs, common.verbose);
        }
        return ExitCode.DONE;
    }

    private ExitCode verify(Workplace place) {
        JournalCheck check = place.instar().verifyJournal();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("lines", check.lines());
            answer.put("intact", check.isIntact());
            answer.put("broken", check.broken());
            place.terminal().json(answer);
        } else if (check.isIntact()) {
            place.terminal().print("The journal is intact: %d lines.".formatted(check.lines()));
        } else {
            place.terminal()
                    .print("The journal was changed by hand: of its %d lines, %s not fit to the one before."
                            .formatted(
                                    check.lines(),
                                    check.broken().size() == 1
                                            ? "line %s does".formatted(Listing.of(check.broken()))
                                            : "lines %s do".formatted(Listing.of(check.broken()))));
        }
        return check.isIntact() ? ExitCode.DONE : ExitCode.NOT_UP_TO_DATE;
    }
}
