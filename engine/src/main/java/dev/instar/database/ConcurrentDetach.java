package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.revision.Problem;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY}: interrupted, it leaves the partition pending, and nothing
 * else can be detached from the table until that is finalized.
 */
final class ConcurrentDetach implements LoneStatement {

    private static final int FIRST_VERSION = 14;

    private final String table;
    private final String partition;

    private ConcurrentDetach(String table, String partition) {
        this.table = table;
        this.partition = partition;
    }

    static LoneStatement read(String statement) {
        ClauseReader reader = new ClauseReader(statement);
        reader.skip("alter", "table");
        reader.skip("if", "exists");
        reader.skip("only");
        ObjectName table = reader.name();
        reader.skip("detach", "partition");
        ObjectName partition = reader.name();
        return table == null || partition == null
                ? new Unverifiable()
                : new ConcurrentDetach(table.text(), partition.text());
    }

    @Override
    public boolean waitsQuietly(Session session) {
        return true;
    }

    @Override
    public Optional<Obstacle> obstacle(Session session) {
        int version = session.number("SELECT current_setting('server_version_num')::int / 10000");
        if (version < FIRST_VERSION) {
            return Optional.of(Obstacle.forEver(new Problem(
                    "PostgreSQL %d cannot detach a partition concurrently".formatted(version),
                    null,
                    "Detach '%s' without CONCURRENTLY.".formatted(partition))));
        }
        List<String> tableAndDefault = session.texts("""
                SELECT c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid IN (p.partrelid, p.partdefid)
                 WHERE p.partrelid = to_regclass(?) AND p.partdefid <> 0
                """, table);
        Problem problem = new Problem(
                "Nothing can be detached concurrently from '%s', because it has a default partition".formatted(table),
                null,
                "Detach '%s' without CONCURRENTLY, or detach the default partition first.".formatted(partition));
        return tableAndDefault.isEmpty() ? Optional.empty() : Optional.of(new Obstacle(problem, tableAndDefault));
    }

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        if (moment == Moment.AFTER_SUCCESS) {
            return Finding.DONE;
        }
        if (moment == Moment.AFTER_FAILURE) {
            return isPending(session).orElse(false)
                    ? new Finding(
                            Verdict.UNDECIDED,
                            "The detachment of '%s' is pending, and the next start finishes it.".formatted(partition))
                    : Finding.TO_RUN;
        }
        return isPending(session)
                .map(pending -> pending ? toFinalize() : Finding.TO_RUN)
                .orElse(Finding.doneIf(moment == Moment.AFTER_CRASH));
    }

    private Finding toFinalize() {
        return Finding.toRepair(
                "The detachment of '%s' was begun and is pending.".formatted(partition),
                "ALTER TABLE %s DETACH PARTITION %s FINALIZE".formatted(table, partition));
    }

    /** Empty when it is not attached at all. */
    private Optional<Boolean> isPending(Session session) {
        return session.first("""
                SELECT inhdetachpending FROM pg_inherits
                 WHERE inhparent = to_regclass(?) AND inhrelid = to_regclass(?)
                """, (row, number) -> row.getBoolean(1), table, partition);
    }
}
