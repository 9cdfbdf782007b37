package dev.instar.boot.command;

import dev.instar.database.Database;
import dev.instar.history.TableNames;

/**
 * Takes the migration lock for the session of a script, or ends the script: waiting for it would hold a snapshot. While
 * it is taken nobody gets a lease; one that somebody has already counts.
 */
final class OfflineLock {

    private OfflineLock() {}

    /** The key is that of {@code LockKey}, for the schema that the script will find itself in. */
    static String statement(TableNames tables) {
        String history = tables.schema() == null
                ? "coalesce(current_schema() || '.', '') || " + HistoryScript.literal(tables.history())
                : HistoryScript.literal(tables.historyName());
        return """
                DO $instar$
                DECLARE
                  free boolean := pg_try_advisory_lock(
                      ('x' || encode(substr(sha256(convert_to('instar:' || %1$s, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint);
                BEGIN
                  IF free AND to_regclass(%2$s) IS NOT NULL THEN
                    EXECUTE 'SELECT count(*) = 0 FROM ' || %2$s || ' WHERE expires_at > clock_timestamp()' INTO free;
                  END IF;
                  IF NOT free THEN
                    RAISE EXCEPTION 'Another process is migrating this database.';
                  END IF;
                END $instar$""".formatted(history, HistoryScript.literal(lease(tables)));
    }

    private static String lease(TableNames tables) {
        Database database = Database.offline();
        String name = database.quote(tables.history() + "_lease");
        return tables.schema() == null ? name : database.quote(tables.schema()) + "." + name;
    }
}
