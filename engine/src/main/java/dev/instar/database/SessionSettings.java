package dev.instar.database;

import org.jspecify.annotations.Nullable;

/**
 * How a migrating session introduces itself and where its unqualified names lead.
 *
 * @param schema where unqualified names lead, or {@code null} to leave that to the database's own settings
 */
public record SessionSettings(
        String applicationName, @Nullable String schema) {}
