package dev.instar.history;

import org.jspecify.annotations.Nullable;

/**
 * What a look at the database found before anybody has read a revision.
 *
 * @param arrival that there is nothing to do, and where the database stands; then the history has not been read
 * @param history what the history says otherwise
 */
public record Glance(@Nullable Arrival arrival, HistorySnapshot history) {}
