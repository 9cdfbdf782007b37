package dev.instar.boot.actuate;

import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The revisions of every database, and where each database stands. Reading never changes anything and never shows SQL.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private final MigratedDatabases databases;
    private final Requests requests;

    MigrationsEndpoint(MigratedDatabases databases, Requests requests) {
        this.databases = databases;
        this.requests = requests;
    }

    /** Every database with all its revisions. */
    @ReadOperation
    public MigrationsDescriptor migrations() {
        Map<String, DatabaseDescriptor> described = new LinkedHashMap<>();
        for (MigratedDatabase database : databases.all()) {
            described.put(database.name(), DatabaseDescriptor.of(database, requests.latest(database)));
        }
        return new MigrationsDescriptor(described);
    }

    /** One revision in every database that has it, or {@code null} when none has. */
    @ReadOperation
    public @Nullable RevisionsDescriptor revision(@Selector String revision) {
        Map<String, RevisionDescriptor> found = new LinkedHashMap<>();
        migrations()
                .databases()
                .forEach((name, database) -> database.revisions().stream()
                        .filter(described -> described.id().equals(revision))
                        .forEach(described -> found.put(name, described)));
        return found.isEmpty() ? null : new RevisionsDescriptor(found);
    }
}
