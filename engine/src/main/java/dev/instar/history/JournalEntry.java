package dev.instar.history;

import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a line of the journal says. Values are added one after the other, each at most once. */
public final class JournalEntry {

    private final Map<JournalColumn, Object> values;

    JournalEntry(Map<JournalColumn, Object> values) {
        this.values = values;
    }

    /**
     * Something that happens now.
     *
     * @param by who makes it happen
     */
    public static JournalEntry of(JournalEvent event, UUID run, String by) {
        // The column keeps microseconds, and the hash must be that of what is kept. To write a time takes so much code
        // that it is done once, for both.
        return new JournalEntry(new EnumMap<>(JournalColumn.class))
                .with(JournalColumn.EVENT, event.column())
                .with(JournalColumn.RUN_ID, run)
                .with(JournalColumn.BY_WHOM, by)
                .with(
                        JournalColumn.AT,
                        Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    }

    /** Something else that happens at the same moment. */
    public JournalEntry together(JournalEvent event) {
        return new JournalEntry(new EnumMap<>(JournalColumn.class))
                .with(JournalColumn.EVENT, event.column())
                .with(JournalColumn.RUN_ID, run())
                .with(JournalColumn.BY_WHOM, by())
                .with(JournalColumn.AT, required(JournalColumn.AT));
    }

    public JournalEntry about(RevisionId revision, Direction direction) {
        return with(JournalColumn.MIGRATION_NUMBER, revision.value())
                .with(JournalColumn.DIRECTION, direction.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Says how far a step has come.
     *
     * @param number of the last statement it is about, counted from 1
     * @param digest over this statement and all before it
     */
    public JournalEntry statement(int number, String digest) {
        return with(JournalColumn.STATEMENT_NUMBER, number).with(JournalColumn.STATEMENT_DIGEST, digest);
    }

    /** Keeps a statement's text, for whoever must be shown what it was. */
    public JournalEntry text(String statement) {
        return with(JournalColumn.STATEMENT, statement);
    }

    /** Keeps what is needed to recognise a statement's effect later. */
    public JournalEntry memo(String memo) {
        return memo.isEmpty() ? this : with(JournalColumn.MEMO, memo);
    }

    public JournalEntry error(@Nullable String error) {
        return with(JournalColumn.ERROR, error);
    }

    /** Says what a run is about to do, and why it does it. */
    public JournalEntry plan(String trigger, int steps, @Nullable String applicationVersion) {
        return with(JournalColumn.RUN_TRIGGER, trigger)
                .with(JournalColumn.STEPS, steps)
                .with(JournalColumn.APPLICATION_VERSION, applicationVersion);
    }

    /** Names the shape of the tables, for {@link JournalEvent#FORMAT}. */
    JournalEntry format(int format) {
        return with(JournalColumn.ROW_COUNT, (long) format);
    }

    private JournalEntry with(JournalColumn column, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        values.put(column, value);
        return this;
    }

    Map<JournalColumn, Object> values() {
        return values;
    }

    UUID run() {
        return (UUID) required(JournalColumn.RUN_ID);
    }

    Instant at() {
        return Instant.parse((String) required(JournalColumn.AT));
    }

    JournalEvent event() {
        return JournalEvent.of((String) required(JournalColumn.EVENT));
    }

    String by() {
        return (String) required(JournalColumn.BY_WHOM);
    }

    @Nullable
    RevisionId revision() {
        String number = text(JournalColumn.MIGRATION_NUMBER);
        return number == null ? null : new RevisionId(number);
    }

    @Nullable
    Direction direction() {
        String direction = text(JournalColumn.DIRECTION);
        return direction == null ? null : Direction.valueOf(direction.toUpperCase(Locale.ROOT));
    }

    @Nullable
    String text(JournalColumn column) {
        return (String) values.get(column);
    }

    /** A number, or zero when there is none. */
    int number(JournalColumn column) {
        return values.get(column) instanceof Number number ? number.intValue() : 0;
    }

    private Object required(JournalColumn column) {
        return Objects.requireNonNull(values.get(column), column::column);
    }

    /** Everything the entry says, in a form in which two different entries never look the same. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<JournalColumn, Object> entry : values.entrySet()) {
            String written = entry.getValue().toString();
            text.append(text.isEmpty() ? "" : ";").append(entry.getKey().column());
            text.append('=').append(written.length()).append(':').append(written);
        }
        return text.toString();
    }
}
