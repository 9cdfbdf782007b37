package dev.instar.diff;

import dev.instar.TestDatabase;
import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import java.util.List;

/** A database with a schema that is to become like another one, as autogeneration finds it. */
final class TwoSchemas implements AutoCloseable {

    static final String LIVE = "app";
    private static final String SCRATCH = "instar_scratch_5f3a";

    private final Session session;
    private final Database database;

    TwoSchemas() {
        this(TestDatabase.create());
    }

    TwoSchemas(TestDatabase server) {
        session = Session.open(server.dataSource());
        database = Database.of(session);
    }

    Session session() {
        return session;
    }

    int serverVersion() {
        return session.query("SHOW server_version_num", (row, number) -> row.getInt(1) / 10000)
                .get(0);
    }

    Catalog createLive(String sql) {
        create(LIVE, sql);
        return live();
    }

    /** Creates a schema, and leaves nothing of it behind. */
    Catalog wanted(String sql) {
        create(SCRATCH, sql);
        Catalog catalog = database.catalog(session, CatalogScope.scratch(SCRATCH, LIVE));
        session.execute("DROP SCHEMA " + SCRATCH + " CASCADE");
        return catalog;
    }

    Catalog live() {
        return database.catalog(session, CatalogScope.of(LIVE));
    }

    private void create(String schema, String sql) {
        session.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE; CREATE SCHEMA " + schema);
        session.execute("SET search_path = " + schema + ", public");
        session.execute("SET check_function_bodies = off");
        if (!sql.isBlank()) {
            session.execute(sql);
        }
        session.execute("RESET search_path; RESET check_function_bodies");
    }

    /** Applies changes as a revision does: all in one transaction. */
    void apply(List<Change> changes) {
        session.inTransaction(() -> changes.forEach(change -> change.sql().forEach(session::execute)));
    }

    @Override
    public void close() {
        session.close();
    }
}
