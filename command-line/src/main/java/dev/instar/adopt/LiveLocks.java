package dev.instar.adopt;

import dev.instar.jdbc.Session;
import dev.instar.revision.Listing;
import dev.instar.revision.RevisionId;
import java.util.List;

/**
 * Sees to it that a replay is in nobody's way: that it has locked nothing of the live schema, as a function may that puts
 * its statements together, and leaves enough of the server's room for locks to others.
 */
final class LiveLocks {

    private static final String LIVE = """
            SELECT DISTINCT format('%I.%I', n.nspname, c.relname)
              FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE l.pid = pg_backend_pid() AND l.mode NOT IN ('AccessShareLock', 'RowShareLock')
               AND n.nspname !~ '^pg_' AND left(n.nspname, length(?)) <> ?
             ORDER BY 1
            """;

    private static final String CROWDED = """
            SELECT count(*) * 2 > current_setting('max_locks_per_transaction')::bigint
                                  * current_setting('max_connections')::bigint
              FROM pg_locks WHERE pid = pg_backend_pid()
            """;

    private final Session session;
    private final String scratch;

    /**
     * Watches over a session.
     *
     * @param scratch what the names of its own schemas begin with
     */
    LiveLocks(Session session, String scratch) {
        this.session = session;
        this.scratch = scratch;
    }

    void refuse(RevisionId revision) {
        List<String> locked = session.texts(LIVE, scratch, scratch);
        if (!locked.isEmpty()) {
            throw new ReplayException(
                    "Revision '%s' cannot be replayed: it finds %s of the live schema."
                            .formatted(revision, Listing.of(locked)),
                    ReplayException.SEE_THE_FILES,
                    null);
        }
        if (session.isTrue(CROWDED)) {
            throw new ReplayException(
                    "Revision '%s' cannot be replayed: all that was created up to it takes too many of the server's locks."
                            .formatted(revision),
                    "Raise 'max_locks_per_transaction', or look for it on a copy of the database and run 'instar stamp' here.",
                    null);
        }
    }
}
