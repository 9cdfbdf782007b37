package dev.instar.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the journal can say. The order is that in which the hash takes the values in: new columns come last,
 * so that the hash of an old line stays what it is.
 */
enum JournalColumn {
    RUN_ID("uuid NOT NULL"),
    AT("timestamp with time zone NOT NULL"),
    EVENT("varchar(20) NOT NULL"),
    MIGRATION_NUMBER("varchar(64)"),
    DIRECTION("varchar(10)"),
    STATEMENT_NUMBER("integer"),
    STATEMENT_DIGEST("char(64)"),
    STATEMENT("text"),
    MEMO("text"),
    ROW_COUNT("bigint"),
    BATCH_CURSOR("text"),
    ERROR("text"),
    RUN_TRIGGER("varchar(20)"),
    STEPS("integer"),
    APPLICATION_VERSION("text"),
    BY_WHOM("text NOT NULL");

    private final String type;
    private final String column = name().toLowerCase(Locale.ROOT);

    JournalColumn(String type) {
        this.type = type;
    }

    String column() {
        return column;
    }

    String definition() {
        return column() + " " + type;
    }

    /** The value as the driver takes it. */
    Object written(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    @Nullable
    Object read(ResultSet row) throws SQLException {
        return switch (this) {
            case RUN_ID -> row.getObject(column(), UUID.class);
            case AT -> instant(row.getObject(column(), OffsetDateTime.class));
            case STATEMENT_NUMBER, STEPS -> row.getObject(column(), Integer.class);
            case ROW_COUNT -> row.getObject(column(), Long.class);
            default -> row.getString(column());
        };
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }
}
