package dev.instar.run;

import dev.instar.history.History;
import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.jdbc.Change;
import dev.instar.plan.Step;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Direction;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Writes down what becomes of one step: in the history what is applied, in the journal what happened. */
final class Bookkeeping {

    private final RunContext context;
    private final Run run;
    private final Step step;
    private final @Nullable Step next;
    private final Script script;
    private final Outline outline;
    private final Stopwatch stopwatch = new Stopwatch();
    private @Nullable Duration share;

    /**
     * Books for a step.
     *
     * @param next the step that will follow at once, or {@code null}
     */
    Bookkeeping(RunContext context, Step step, @Nullable Step next, Script script, Outline outline) {
        this.context = context;
        this.run = context.run();
        this.step = step;
        this.next = next;
        this.script = script;
        this.outline = outline;
    }

    /** The step is about to begin, visible to everybody; mostly the step before has said so already. */
    void begun() {
        if (!context.isAnnounced(step)) {
            write(entry(JournalEvent.INTENT));
        }
    }

    /** A statement that runs alone is about to begin; committed before it does. */
    void intent(int number, ScriptStatement statement, String memo) {
        JournalEntry intent = entry(JournalEvent.INTENT, number)
                .text(Excerpt.withoutSecrets(statement.written()))
                .memo(memo);
        context.locked().session().inTransaction(() -> {
            context.locked().hold().besideScript(outline.changesSession());
            append(List.of(halfDone()), List.of(intent));
        });
    }

    /** The statements up to a number have taken effect; to be called in the transaction that makes it so. */
    void done(int number) {
        done(number, false);
    }

    /** The same, as the last thing in the transaction, which may be committed with it. */
    void doneLast(int number) {
        done(number, true);
    }

    private void done(int number, boolean isLast) {
        context.locked().hold().behindScript(outline.changesSession());
        List<JournalEntry> entries = new ArrayList<>();
        if (outline.isSplit()) {
            entries.add(entry(JournalEvent.DONE, number));
        }
        boolean isWhole = number >= outline.size();
        if (isWhole) {
            entries.addAll(finished());
        }
        try {
            context.locked()
                    .journal()
                    .append(context.locked().session(), List.of(isWhole ? change() : halfDone()), entries, isLast);
        } catch (DataAccessException refused) {
            throw context.locked().history().explained(refused, step.revision().id());
        }
    }

    /** All statements of all these steps have taken effect, which is the last thing in the transaction that makes it so. */
    static void doneLast(List<Bookkeeping> steps) {
        LockedSession locked = steps.get(0).context.locked();
        locked.journal()
                .append(
                        locked.session(),
                        List.of(locked.history()
                                .together(
                                        steps.stream().map(Bookkeeping::change).toList())),
                        steps.stream()
                                .flatMap(books -> books.finished().stream())
                                .toList(),
                        true);
    }

    /** The step shares its time with others, and this is more of its part. */
    void took(Duration more) {
        share = share == null ? more : share.plus(more);
    }

    private Duration elapsed() {
        return share == null ? stopwatch.elapsed() : share;
    }

    /** The step is made, and the next one announced with it. */
    void closed() {
        context.announced(next);
    }

    /** A statement that runs alone was refused, and may be corrected and run again. */
    void failed(int number, String summary) {
        write(entry(JournalEvent.FAILED, number).error(summary));
    }

    void failed(String summary) {
        write(entry(JournalEvent.FAILED).error(summary));
    }

    /** What the journal says when the step is made. That the next one begins is said in the same breath. */
    private List<JournalEntry> finished() {
        JournalEntry made = entry(made());
        if (next == null) {
            return List.of(made);
        }
        JournalEntry intent =
                made.together(JournalEvent.INTENT).about(next.revision().id(), next.direction());
        return List.of(made, intent);
    }

    private JournalEvent made() {
        if (step.direction() == Direction.DOWNGRADE) {
            return JournalEvent.ROLLED_BACK;
        }
        return script.isSkipped() ? JournalEvent.SKIPPED : JournalEvent.APPLIED;
    }

    /** What the history says when the step is made. */
    private Change change() {
        History history = context.locked().history();
        return step.direction() == Direction.UPGRADE
                ? history.applied(applied(), run.applicationVersion(), script.downgradeSql())
                : history.rolledBack(step.revision().id());
    }

    private Change halfDone() {
        History history = context.locked().history();
        return step.direction() == Direction.UPGRADE
                ? history.applying(applied(), run.applicationVersion(), script.downgradeSql())
                : history.rollingBack(step.revision().id());
    }

    StepReport report() {
        return new StepReport(step, elapsed());
    }

    private AppliedRevision applied() {
        return run.applied(step.revision(), elapsed(), script.isSkipped());
    }

    private JournalEntry entry(JournalEvent event, int number) {
        return entry(event).statement(number, Objects.requireNonNull(outline.digest(number)));
    }

    private JournalEntry entry(JournalEvent event) {
        return run.entry(event).about(step.revision().id(), step.direction());
    }

    private void write(JournalEntry entry) {
        if (outline.isSplit() && outline.changesSession()) {
            context.locked().session().inTransaction(() -> {
                context.locked().hold().besideScript(true);
                append(List.of(), List.of(entry));
            });
        } else {
            append(List.of(), List.of(entry));
        }
    }

    private void append(List<Change> changes, List<JournalEntry> entries) {
        context.locked().journal().append(context.locked().session(), changes, entries);
    }
}
