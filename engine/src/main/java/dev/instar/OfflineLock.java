package dev.instar;

/** Takes the migration lock for the session of a script, or ends the script: waiting for it would hold a snapshot. */
final class OfflineLock {

    private OfflineLock() {}

    static String statement(long key) {
        return """
                DO $instar$ BEGIN
                  IF NOT pg_try_advisory_lock(%d) THEN
                    RAISE EXCEPTION 'Another process is migrating this database.';
                  END IF;
                END $instar$""".formatted(key);
    }
}
