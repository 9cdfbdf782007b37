package dev.instar.run;

import dev.instar.history.JournalEntry;
import dev.instar.history.JournalEvent;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a plan by one process.
 *
 * @param by who runs it, as the journal shall name them
 * @param applicationVersion the version of the application the revisions belong to
 */
public record Run(
        UUID id, Trigger trigger, String by, @Nullable String applicationVersion, Instant startedAt) {

    public static Run begin(Trigger trigger, String by, @Nullable String applicationVersion) {
        return new Run(UUID.randomUUID(), trigger, by, applicationVersion, Instant.now());
    }

    /** Something that happens in it now, as the journal is told. */
    JournalEntry entry(JournalEvent event) {
        return JournalEntry.of(event, id, by);
    }

    /** The same, with what the run is about to do and why. */
    JournalEntry entry(JournalEvent event, int steps) {
        return entry(event).plan(trigger.word(), steps, applicationVersion);
    }

    /** What the history says of a revision that the run applies. */
    AppliedRevision applied(Revision revision, Duration duration, boolean skipped) {
        return new AppliedRevision(
                revision.id(),
                revision.revises(),
                revision.dependsOn(),
                revision.label(),
                revision.message(),
                revision.checksum(),
                Instant.now(),
                duration,
                by,
                id,
                revision.reversible(),
                skipped);
    }

    /** How every session that belongs to a run begins to introduce itself. */
    public static String sessionName(UUID run) {
        return "instar " + run.toString().substring(0, 8);
    }
}
