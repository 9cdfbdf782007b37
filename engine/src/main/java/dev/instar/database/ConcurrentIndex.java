package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.revision.Problem;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE INDEX CONCURRENTLY}: interrupted or failed, it leaves behind an invalid index that costs and does not
 * serve, and that {@code IF NOT EXISTS} would take for the real thing.
 */
final class ConcurrentIndex implements LoneStatement {

    private static final String UNIQUE_VIOLATION = "23505";

    private final boolean unique;
    private final @Nullable ObjectName name;
    private final ObjectName table;
    private final String definition;
    private final IndexCatalog catalog;

    private ConcurrentIndex(boolean unique, @Nullable ObjectName name, ObjectName table, String definition) {
        this.unique = unique;
        this.name = name;
        this.table = table;
        this.definition = definition;
        this.catalog = new IndexCatalog(table);
    }

    static LoneStatement read(String statement) {
        ClauseReader reader = new ClauseReader(statement);
        reader.skip("create");
        boolean unique = reader.skip("unique");
        reader.skip("index", "concurrently");
        reader.skip("if", "not", "exists");
        ObjectName name = reader.isAt("on") ? null : reader.name();
        reader.skip("on");
        reader.skip("only");
        ObjectName table = reader.name();
        return table == null
                ? new Unverifiable()
                : new ConcurrentIndex(unique, name, table, statement.substring(reader.position()));
    }

    @Override
    public boolean waitsQuietly(Session session) {
        return true;
    }

    @Override
    public Optional<Obstacle> obstacle(Session session) {
        if (name == null) {
            return Optional.of(Obstacle.forEver(new Problem(
                    "The concurrent index on '%s' has no name, so that nobody could find it after a crash"
                            .formatted(table),
                    null,
                    "Give it one: 'CREATE INDEX CONCURRENTLY <name> ON %s ...'.".formatted(table))));
        }
        List<String> partitioned = catalog.partitionedTable(session);
        if (!partitioned.isEmpty()) {
            Problem problem = new Problem(
                    "The table '%s' is partitioned, and PostgreSQL builds no concurrent index on such a table"
                            .formatted(table),
                    null,
                    "Create it with 'ON ONLY %s', create one concurrently on each partition, and attach these."
                            .formatted(table));
            return Optional.of(new Obstacle(problem, partitioned));
        }
        return Optional.empty();
    }

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        return name == null
                ? Finding.TO_RUN
                : catalog.find(session, name)
                        .map(index -> judge(session, name, index, moment))
                        .orElse(Finding.TO_RUN);
    }

    private Finding judge(Session session, ObjectName name, IndexCatalog.Entry index, Moment moment) {
        if (!index.own()) {
            return new Finding(
                    Verdict.CONTRADICTED,
                    "There is an index of that name on another table already: %s.".formatted(index.definition()));
        }
        if (!index.valid()) {
            return catalog.builder(session, index)
                    .map(pid -> new Finding(Verdict.BUSY, "Session %d is building it just now.".formatted(pid)))
                    .orElseGet(() -> Finding.toRepair(
                            "It is there and invalid.", "DROP INDEX CONCURRENTLY IF EXISTS " + index.name()));
        }
        if (moment == Moment.AFTER_SUCCESS) {
            return Finding.DONE;
        }
        String intended = catalog.intended(session, unique, name, definition);
        return intended.equals(index.definition())
                ? Finding.DONE
                : new Finding(
                        Verdict.CONTRADICTED,
                        "There is another index of that name already: %s; the statement would create: %s."
                                .formatted(index.definition(), intended));
    }

    @Override
    public Optional<String> explain(Session session, SqlError error) {
        return name != null && error.sqlState().equals(UNIQUE_VIOLATION)
                ? catalog.find(session, name)
                        .flatMap(index -> catalog.duplicates(session, index))
                        .map(query -> "This finds the rows that are in the way: " + query)
                : Optional.empty();
    }
}
