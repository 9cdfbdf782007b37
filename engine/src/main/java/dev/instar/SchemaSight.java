package dev.instar;

import dev.instar.database.Database;
import dev.instar.drift.Drift;
import dev.instar.drift.SchemaMemory;
import dev.instar.history.Journal;
import dev.instar.history.TableNames;
import dev.instar.jdbc.Session;
import dev.instar.lock.LockType;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.schema.QualifiedName;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the schema of a session's database looks like, Instar's own tables left out. */
final class SchemaSight implements AutoCloseable {

    private static final UUID NO_RUN = new UUID(0, 0);

    private final Session session;
    private final Database database;
    private final @Nullable Map<String, String> before;
    private final TableNames names;

    SchemaSight(Session session, Database database, InstarSettings settings) {
        this.session = session;
        this.database = database;
        if (settings.execution().manner().lock() == LockType.LEASE) {
            // Who is given the sessions of a pooler next shall find nothing; the catalog is read with settings of its
            // own.
            this.before = null;
            database.sessions().useThroughPooler(session);
        } else {
            this.before = database.settings(session);
            database.pin(session, settings.applicationName());
        }
        this.names = settings.tables().orIn(database.currentSchema(session));
    }

    <T> T show(LiveSchema.Onlooker<T> onlooker) {
        return onlooker.look(session, database, new OwnTables(names));
    }

    void remember() {
        remember(lastRun());
    }

    void remember(UUID run) {
        memory().remember(session, catalog(), run);
    }

    @Nullable
    Drift drift() {
        return memory().compare(session, catalog());
    }

    @Nullable
    Drift driftBesideRuns() {
        Drift drift = drift();
        return drift == null || drift.isEmpty() || drift.run().equals(lastRun()) ? drift : null;
    }

    /** The last run that has begun, whatever has become of it. */
    private UUID lastRun() {
        return new Journal(database, names).lastRun(session).orElse(NO_RUN);
    }

    /** The connection may be a pool's, where others would wonder at what was pinned. */
    @Override
    public void close() {
        if (before != null) {
            database.giveBack(session, before);
        }
    }

    private Catalog catalog() {
        return database.catalog(session, CatalogScope.of(schema()))
                .withTables(table -> !new OwnTables(names).test(table));
    }

    private SchemaMemory memory() {
        String home = Objects.requireNonNullElse(names.schema(), schema());
        return new SchemaMemory(database, new QualifiedName(home, names.fingerprints()));
    }

    private String schema() {
        return database.requiredSchema(session);
    }
}
