package dev.instar.fault;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import java.util.List;

/** All that a run has left in a database, but for the time at which it did, and what is made up anew each time. */
record Outcome(Catalog catalog, List<String> history, List<String> journal, List<String> data) {

    static Outcome of(Scene scene) {
        return new Outcome(
                catalog(scene),
                scene.values("""
                        SELECT concat_ws('|', migration_number, migration_name, status, rollback_at IS NULL, revises, depends_on,
                                         label, checksum, checksum_algorithm, applied_by, application_version, downgrade_sql)
                          FROM migration_history ORDER BY applied_at, id
                        """),
                scene.values("""
                        SELECT concat_ws('|', event, migration_number, direction, statement_number, statement_digest,
                                         statement, memo, row_count, batch_cursor, error, run_trigger, steps,
                                         application_version, by_whom)
                          FROM migration_journal ORDER BY id
                        """),
                scene.values(
                        "SELECT concat_ws('|', id, owner) FROM pet UNION ALL SELECT id::text FROM owner ORDER BY 1"));
    }

    private static Catalog catalog(Scene scene) {
        try (Session session = Session.open(scene.database().dataSource())) {
            return Database.of(session).catalog(session, CatalogScope.everything());
        }
    }

    /** The same without what was written down about how often the run had to begin again. */
    Outcome withoutJournal() {
        return new Outcome(catalog, history, List.of(), data);
    }
}
