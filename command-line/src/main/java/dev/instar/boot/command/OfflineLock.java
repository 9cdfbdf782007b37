package dev.instar.boot.command;

import dev.instar.history.HistoryScript;
import dev.instar.history.TableNames;

/** Takes the migration lock for the session of a script, or ends the script: waiting for it would hold a snapshot. */
final class OfflineLock {

    private OfflineLock() {}

    /** The key is that of {@code LockKey}, for the schema that the script will find itself in. */
    static String statement(TableNames tables) {
        String history = tables.schema() == null
                ? "coalesce(current_schema() || '.', '') || " + HistoryScript.literal(tables.history())
                : HistoryScript.literal(tables.historyName());
        return """
                DO $instar$ BEGIN
                  IF NOT pg_try_advisory_lock(
                      ('x' || encode(substr(sha256(convert_to('instar:' || %s, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint) THEN
                    RAISE EXCEPTION 'Another process is migrating this database.';
                  END IF;
                END $instar$""".formatted(history);
    }
}
