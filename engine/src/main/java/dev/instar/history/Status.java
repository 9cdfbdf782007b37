package dev.instar.history;

import dev.instar.revision.Direction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row of the history can say about its revision. */
enum Status {
    APPLIED(null),
    ROLLED_BACK(null),
    /** Some of its upgrade has taken effect. */
    APPLYING(Direction.UPGRADE),
    /** Some of its downgrade has taken effect. */
    ROLLING_BACK(Direction.DOWNGRADE);

    private final @Nullable Direction halfDone;

    Status(@Nullable Direction halfDone) {
        this.halfDone = halfDone;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Status of(String column) {
        for (Status status : values()) {
            if (status.column().equals(column)) {
                return status;
            }
        }
        return null;
    }

    boolean isApplied() {
        return this == APPLIED || this == ROLLING_BACK;
    }

    /** Which way something is half done, or {@code null} when nothing is. */
    @Nullable
    Direction halfDone() {
        return halfDone;
    }
}
