package dev.instar.boot;

import java.util.List;

/** Every database whose schema this service looks after. */
public record MigratedDatabases(List<MigratedDatabase> all) {

    public MigratedDatabases {
        all = List.copyOf(all);
        List<StatusSnapshot> snapshots =
                all.stream().map(MigratedDatabase::snapshot).toList();
        snapshots.forEach(snapshot -> snapshot.standBeside(snapshots));
    }
}
