package dev.instar.history;

import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of the journal before it is written. */
public record JournalEntry(
        UUID run,
        Instant at,
        JournalEvent event,
        @Nullable RevisionId revision,
        @Nullable Direction direction,
        @Nullable String error,
        String by) {

    public JournalEntry {
        // The column keeps microseconds, and the hash must be that of what is kept.
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    @Nullable
    String revisionColumn() {
        return revision == null ? null : revision.value();
    }

    @Nullable
    String directionColumn() {
        return direction == null ? null : direction.name().toLowerCase(Locale.ROOT);
    }

    /** Everything the entry says, in a form in which two different entries never look the same. */
    String canonical() {
        return Stream.of(run, at, event.column(), revisionColumn(), directionColumn(), error, by)
                .map(field -> field == null ? "-" : field.toString().length() + ":" + field)
                .collect(Collectors.joining(";"));
    }
}
