package dev.instar.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the journal can say. The order is that in which the hash takes the values in: new columns come last,
 * so that the hash of an old line stays what it is.
 */
enum JournalColumn {
    RUN_ID("uuid NOT NULL", UUID.class),
    AT("timestamp with time zone NOT NULL", OffsetDateTime.class),
    EVENT("varchar(20) NOT NULL", String.class),
    MIGRATION_NUMBER("varchar(64)", String.class),
    DIRECTION("varchar(10)", String.class),
    STATEMENT_NUMBER("integer", Integer.class),
    STATEMENT_DIGEST("char(64)", String.class),
    STATEMENT("text", String.class),
    MEMO("text", String.class),
    ROW_COUNT("bigint", Long.class),
    BATCH_CURSOR("text", String.class),
    ERROR("text", String.class),
    RUN_TRIGGER("varchar(20)", String.class),
    STEPS("integer", Integer.class),
    APPLICATION_VERSION("text", String.class),
    BY_WHOM("text NOT NULL", String.class);

    private final String type;
    private final Class<?> read;
    private final String column = name().toLowerCase(Locale.ROOT);

    /**
     * A column.
     *
     * @param read what the driver makes of it
     */
    JournalColumn(String type, Class<?> read) {
        this.type = type;
        this.read = read;
    }

    String column() {
        return column;
    }

    String definition() {
        return column() + " " + type;
    }

    @Nullable
    Object read(ResultSet row) throws SQLException {
        Object value = row.getObject(column(), read);
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : value;
    }
}
