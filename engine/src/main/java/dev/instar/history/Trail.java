package dev.instar.history;

import dev.instar.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What the journal knows of a step that is half done.
 *
 * @param done how many of its statements have taken effect for good
 * @param digest over these statements, or {@code null} when there are none
 * @param begun the statement that was begun and of which nobody knows how it ended, or {@code null}
 */
public record Trail(
        int done, @Nullable String digest, @Nullable Begun begun) {

    public static final Trail NONE = new Trail(0, null, null);

    /**
     * A statement that runs alone and was begun.
     *
     * @param number its number, counted from 1
     * @param digest over this statement and all before it
     * @param text what it was
     * @param memo what it remembered from before
     */
    public record Begun(int number, String digest, String text, String memo) {}

    Trail after(JournalEntry entry, Direction direction) {
        if (entry.event().settlesRevision()) {
            return NONE;
        }
        int number = entry.number(JournalColumn.STATEMENT_NUMBER);
        String upTo = entry.text(JournalColumn.STATEMENT_DIGEST);
        if (number == 0 || upTo == null || entry.direction() != direction) {
            return this;
        }
        JournalEvent event = entry.event();
        if (event == JournalEvent.INTENT) {
            return new Trail(
                    done,
                    digest,
                    new Begun(number, upTo, text(entry, JournalColumn.STATEMENT), text(entry, JournalColumn.MEMO)));
        }
        if (event == JournalEvent.DONE) {
            return new Trail(number, upTo, null);
        }
        return event == JournalEvent.FAILED || event == JournalEvent.AGAIN ? new Trail(done, digest, null) : this;
    }

    private static String text(JournalEntry entry, JournalColumn column) {
        String text = entry.text(column);
        return text == null ? "" : text;
    }
}
