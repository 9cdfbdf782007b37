package dev.instar.history;

import dev.instar.revision.Direction;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row of the history can say about its revision. */
enum Status {
    APPLIED,
    ROLLED_BACK,
    /** Some of its upgrade has taken effect. */
    APPLYING,
    /** Some of its downgrade has taken effect. */
    ROLLING_BACK;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> of(String column) {
        return Stream.of(values())
                .filter(status -> status.column().equals(column))
                .findFirst();
    }

    boolean isApplied() {
        return this == APPLIED || this == ROLLING_BACK;
    }

    /** Which way something is half done, or {@code null} when nothing is. */
    @Nullable
    Direction halfDone() {
        return switch (this) {
            case APPLYING -> Direction.UPGRADE;
            case ROLLING_BACK -> Direction.DOWNGRADE;
            case APPLIED, ROLLED_BACK -> null;
        };
    }
}
