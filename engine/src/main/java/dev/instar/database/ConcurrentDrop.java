package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.revision.Problem;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/** {@code DROP INDEX CONCURRENTLY}: interrupted, it leaves the index behind, maintained and unused. */
final class ConcurrentDrop implements LoneStatement {

    private static final String NONE = "null";

    private final String index;

    private ConcurrentDrop(String index) {
        this.index = index;
    }

    static LoneStatement read(String statement) {
        ClauseReader reader = new ClauseReader(statement);
        reader.skip("drop", "index", "concurrently");
        reader.skip("if", "exists");
        ObjectName index = reader.name();
        return index == null ? new Unverifiable() : new ConcurrentDrop(index.text());
    }

    @Override
    public boolean waitsQuietly(Session session) {
        return true;
    }

    @Override
    public Optional<Obstacle> obstacle(Session session) {
        List<String> partitioned = session.texts("""
                SELECT relname FROM pg_class c
                 WHERE EXISTS (SELECT 1 FROM pg_index i JOIN pg_class p ON p.oid = i.indexrelid
                                WHERE p.oid = to_regclass(?) AND p.relkind = 'I' AND c.oid IN (p.oid, i.indrelid))
                """, index);
        Problem problem = new Problem(
                "The index '%s' of a partitioned table cannot be dropped concurrently".formatted(index),
                null,
                "Drop it without CONCURRENTLY.");
        return partitioned.isEmpty() ? Optional.empty() : Optional.of(new Obstacle(problem, partitioned));
    }

    /** The index's number: once it is gone, its name may lead to an index in another schema. */
    @Override
    public String memo(Session session) {
        return session.query(
                        "SELECT to_regclass(?)::oid::text", (row, number) -> String.valueOf(row.getString(1)), index)
                .get(0);
    }

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        if (moment != Moment.AFTER_FAILURE) {
            return Finding.unlessCrashed(moment, () -> Finding.doneIf(isGone(session, memo)));
        }
        if (session.finds("SELECT 1 FROM pg_index WHERE indexrelid::text = ? AND NOT indisvalid", memo)) {
            return new Finding(
                    Verdict.UNDECIDED,
                    "The index '%s' is invalid by now, and the next start drops it.".formatted(index));
        }
        // What a lost process had begun may have come to its end at the server in the meantime.
        return Finding.doneIf(!memo.equals(NONE) && isGone(session, memo));
    }

    private static boolean isGone(Session session, String memo) {
        return !session.finds("SELECT 1 FROM pg_class WHERE oid::text = ?", memo);
    }
}
