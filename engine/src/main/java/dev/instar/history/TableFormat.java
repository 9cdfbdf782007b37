package dev.instar.history;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The shape of the two tables: creates them where they are missing, and brings older ones to the shape this build works
 * with. Only the holder of the migration lock may ask for that. The journal remembers each change of shape.
 */
public final class TableFormat {

    /** One entry for each shape after the first: what must be executed to get there from the one before. */
    private static final List<Function<Tables, Stream<String>>> UPGRADES = List.of();

    private final Database database;
    private final Tables tables;
    private final TableNames names;
    private final Journal journal;
    private final List<Function<Tables, Stream<String>>> upgrades;

    public TableFormat(Database database, TableNames names, Journal journal) {
        this(database, names, journal, UPGRADES);
    }

    TableFormat(Database database, TableNames names, Journal journal, List<Function<Tables, Stream<String>>> upgrades) {
        this.database = database;
        this.names = names;
        this.tables = new Tables(database, names);
        this.journal = journal;
        this.upgrades = upgrades;
    }

    /**
     * Creates or changes what is needed, all or nothing.
     *
     * @param run the run that needs the tables
     * @param by who makes that run
     * @throws NewerTablesException when a newer build has been here, whose tables this one does not understand
     */
    public void ensure(Session session, UUID run, String by) {
        int newest = upgrades.size() + 1;
        int found = journal.format(session);
        if (found > newest) {
            throw new NewerTablesException(names, found, newest);
        }
        if (found == 0) {
            database.createSchema(session, names.schema());
        }
        if (found < newest) {
            session.inTransaction(() -> {
                if (found == 0) {
                    tables.definitions().forEach(session::execute);
                }
                for (int shape = Math.max(1, found); shape < newest; shape++) {
                    upgrades.get(shape - 1).apply(tables).forEach(session::execute);
                }
                journal.append(
                        session, JournalEntry.of(JournalEvent.FORMAT, run, by).format(newest));
            });
        }
    }
}
