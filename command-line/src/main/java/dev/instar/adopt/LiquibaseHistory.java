package dev.instar.adopt;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.revision.InstarException;
import org.jspecify.annotations.Nullable;

/** Liquibase's table, whose change sets are named in a way that no revision is. */
final class LiquibaseHistory {

    private LiquibaseHistory() {}

    static @Nullable OtherHistory read(Session session, Database database, OtherTables tables) {
        String table = OtherTables.written(tables.liquibaseSchema(), tables.liquibase(), database);
        if (!database.hasTable(session, table)) {
            return null;
        }
        String lock = OtherTables.written(tables.liquibaseSchema(), tables.liquibaseLock(), database);
        if (database.hasTable(session, lock) && session.finds("SELECT id FROM " + lock + " WHERE locked")) {
            throw new InstarException(
                    "Liquibase is at work on this database, or was and has died: its lock in '%s' is taken."
                            .formatted(tables.liquibaseLock()),
                    "Wait for it, or let Liquibase release its lock and finish; then run 'instar adopt' again.");
        }
        int count = session.number("SELECT count(*) FROM " + table);
        return new OtherHistory(
                tables.liquibase(), "Liquibase has run %d change set%s".formatted(count, count == 1 ? "" : "s"), null);
    }
}
