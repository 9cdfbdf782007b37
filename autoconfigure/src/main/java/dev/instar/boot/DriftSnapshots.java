package dev.instar.boot;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has changed in each database, where that is watched. */
public record DriftSnapshots(Map<String, DriftSnapshot> byDatabase) {

    public DriftSnapshots {
        byDatabase = Map.copyOf(byDatabase);
    }

    /** The snapshot of the database of this name. */
    public @Nullable DriftSnapshot of(String database) {
        return byDatabase.get(database);
    }
}
