package dev.instar.history;

import dev.instar.history.RunRecord.StepRecord;
import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from the lines of one run how it went. */
final class RunReader {

    private static final Set<JournalEvent> STEPS_MADE =
            EnumSet.of(JournalEvent.APPLIED, JournalEvent.SKIPPED, JournalEvent.ROLLED_BACK);

    private final List<StepRecord> steps = new ArrayList<>();
    private final boolean hasSteps;
    private RunState state;
    private JournalEntry start;
    private JournalEntry last;
    private @Nullable RevisionId current;
    private @Nullable String error;

    private RunReader(JournalEntry first, boolean hasSteps) {
        this.hasSteps = hasSteps;
        this.state = hasSteps ? RunState.BEGUN : RunState.SUCCEEDED;
        this.start = first;
        this.last = first;
    }

    static RunRecord read(List<JournalEntry> lines) {
        boolean hasSteps = lines.stream().anyMatch(line -> line.event() == JournalEvent.STARTED);
        JournalEntry first = lines.stream()
                .filter(line -> line.event() != JournalEvent.FORMAT)
                .findFirst()
                .orElse(lines.get(0));
        RunReader reader = new RunReader(first, hasSteps);
        lines.forEach(hasSteps ? reader::read : reader::readDecision);
        return reader.record();
    }

    private void read(JournalEntry line) {
        last = line;
        JournalEvent event = line.event();
        if (event == JournalEvent.STARTED) {
            start = line;
        } else if (event == JournalEvent.INTENT) {
            current = line.revision();
        } else if (STEPS_MADE.contains(event)) {
            finishStep(line);
        } else if (event == JournalEvent.FINISHED) {
            state = RunState.SUCCEEDED;
        } else if (event == JournalEvent.STOPPED) {
            state = RunState.STOPPED;
        } else if (event == JournalEvent.FAILED) {
            state = RunState.FAILED;
            error = line.text(JournalColumn.ERROR);
        }
    }

    /** Stamps and decisions are made as a whole: nobody writes down that they begin or end. */
    private void readDecision(JournalEntry line) {
        last = line;
        finishStep(line);
    }

    private void finishStep(JournalEntry line) {
        RevisionId revision = line.revision();
        Direction direction = line.direction();
        if (revision != null && direction != null) {
            steps.add(new StepRecord(revision, direction, line.event(), line.at()));
        }
        current = null;
    }

    private RunRecord record() {
        String trigger = start.text(JournalColumn.RUN_TRIGGER);
        return new RunRecord(
                start.run(),
                trigger == null ? "" : trigger,
                start.by(),
                start.text(JournalColumn.APPLICATION_VERSION),
                start.at(),
                last.at(),
                state,
                hasSteps ? start.number(JournalColumn.STEPS) : steps.size(),
                steps,
                current,
                error);
    }
}
