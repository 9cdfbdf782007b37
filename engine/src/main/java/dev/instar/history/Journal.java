package dev.instar.history;

import dev.instar.database.Database;
import dev.instar.jdbc.Change;
import dev.instar.jdbc.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The append-only table of what runs did. Each row carries a hash over itself and the row before it, so that an edited
 * audit trail shows. Only the holder of the migration lock writes, so there is always exactly one row before.
 */
public final class Journal {

    private static final int PAGE = 1000;
    private static final int MOST_LINES_AT_ONCE = 500;

    private final Database database;
    private final Tables tables;
    private final Map<Set<JournalColumn>, String> insertions = new HashMap<>();
    private final HashChain chain = new HashChain();

    /** The hash of what was written last, over which session, and how often that had taken something back by then. */
    private @Nullable String last;

    private @Nullable Session lastSession;
    private int lastRollbacks;

    private boolean isHooked;

    public Journal(Database database, TableNames names) {
        this.database = database;
        this.tables = new Tables(database, names);
    }

    /** Appends an entry; it is kept if and only if the transaction it is part of is. */
    public void append(Session session, JournalEntry entry) {
        append(session, List.of(), List.of(entry));
    }

    /** Appends entries, and makes changes before that, all at once. */
    public void append(Session session, List<Change> changes, List<JournalEntry> entries) {
        append(session, changes, entries, false);
    }

    /** The same, maybe as the last thing that is done in a transaction, which may be committed with that. */
    public void append(Session session, List<Change> changes, List<JournalEntry> entries, boolean isLast) {
        List<Change> all = new ArrayList<>(changes);
        String hash = lastHash(session);
        List<Change> lines = new ArrayList<>();
        for (JournalEntry entry : entries) {
            hash = chain.hash(hash, entry);
            Change line = insertion(entry, hash);
            if (lines.size() == MOST_LINES_AT_ONCE
                    || !lines.isEmpty() && !lines.get(0).sql().equals(line.sql())) {
                all.add(together(lines));
                lines.clear();
            }
            lines.add(line);
        }
        if (!lines.isEmpty()) {
            all.add(together(lines));
        }
        last = null;
        if (isLast && !isHooked) {
            session.changeAllLast(all);
        } else {
            session.changeAll(all);
        }
        last = hash;
        lastSession = session;
        lastRollbacks = session.rollbacks();
    }

    /** Somebody else may have written in the meantime. */
    public void forgetLastLine() {
        last = null;
    }

    private Change insertion(JournalEntry entry, String hash) {
        Map<JournalColumn, Object> values = entry.values();
        List<@Nullable Object> arguments = new ArrayList<>(values.values());
        arguments.add(hash);
        String sql = insertions.computeIfAbsent(values.keySet(), this::insertion);
        return Change.certain(
                sql,
                arguments,
                () -> InvalidHistoryException.keptOut(tables.names().journalName()));
    }

    /** Lines that say the same kind of thing, as one statement. */
    private static Change together(List<Change> lines) {
        String first = lines.get(0).sql();
        String row = first.substring(first.lastIndexOf('('));
        return Change.together(first + (", " + row).repeat(lines.size() - 1), lines);
    }

    private String insertion(Set<JournalColumn> columns) {
        return "INSERT INTO %s (%s, hash) VALUES (%s?)"
                .formatted(tables.journal(), columns(columns.stream()), "?, ".repeat(columns.size()));
    }

    private String lastHash(Session session) {
        if (last != null && lastSession == session && lastRollbacks == session.rollbacks()) {
            return last;
        }
        return session.texts("SELECT hash FROM %s ORDER BY id DESC LIMIT 1".formatted(tables.journal())).stream()
                .findFirst()
                .orElse(HashChain.BEGINNING);
    }

    /** Whether a run has begun, as far as the journal knows. */
    public boolean knows(Session session, UUID run) {
        return session.finds(
                "SELECT 1 FROM %s WHERE run_id = ? AND event = 'started'".formatted(tables.journal()), run);
    }

    /** The last run that has begun. */
    public Optional<UUID> lastRun(Session session) {
        return orWithoutTable(
                Optional.empty(),
                () -> session
                        .texts("SELECT run_id FROM %s WHERE event = 'started' ORDER BY id DESC LIMIT 1"
                                .formatted(tables.journal()))
                        .stream()
                        .findFirst()
                        .map(UUID::fromString));
    }

    /** How far a half-done step has come. */
    public Trail trail(Session session, HalfDone step) {
        Trail trail = Trail.NONE;
        for (JournalRow row : select(
                session,
                "WHERE migration_number = ? ORDER BY id",
                step.revision().value())) {
            trail = trail.after(row.entry(), step.direction());
        }
        return trail;
    }

    /** The latest runs, last one first; none where there is no journal yet. */
    public List<RunRecord> runs(Session session, int most) {
        return runs(session, "SELECT run_id FROM %s WHERE event = 'started' ORDER BY id DESC LIMIT ?", most);
    }

    /** The latest of everything that was written down, last one first: runs, and changes of the history alone. */
    public List<RunRecord> everything(Session session, int most) {
        String ids = "SELECT run_id FROM %s WHERE event <> 'format' GROUP BY run_id ORDER BY max(id) DESC LIMIT ?";
        return runs(session, ids, most);
    }

    private List<RunRecord> runs(Session session, String ids, int most) {
        return orWithoutTable(List.of(), () -> {
            Map<UUID, List<JournalEntry>> byRun = new LinkedHashMap<>();
            select(session, "WHERE run_id IN (%s) ORDER BY id".formatted(ids.formatted(tables.journal())), most)
                    .forEach(row -> byRun.computeIfAbsent(row.entry().run(), run -> new ArrayList<>())
                            .add(row.entry()));
            List<RunRecord> runs = new ArrayList<>();
            byRun.values().forEach(entries -> runs.add(0, RunReader.read(entries)));
            return runs;
        });
    }

    /** Recomputes the hash of every line. A line that was cut off at the end is not missed. */
    public JournalCheck check(Session session) {
        return orWithoutTable(new JournalCheck(0, List.of()), () -> {
            List<Long> broken = new ArrayList<>();
            String before = HashChain.BEGINNING;
            long lines = 0;
            long last = 0;
            List<JournalRow> page;
            do {
                page = select(session, "WHERE id > ? ORDER BY id LIMIT ?", last, PAGE);
                for (JournalRow row : page) {
                    if (!chain.hash(before, row.entry()).equals(row.hash())) {
                        broken.add(row.id());
                    }
                    before = row.hash();
                    last = row.id();
                    lines++;
                }
            } while (page.size() == PAGE);
            return new JournalCheck(lines, broken);
        });
    }

    /**
     * The shape the tables have; zero when they do not exist.
     *
     * @throws InvalidHistoryException when what is written there may be lost or hidden
     */
    int format(Session session) {
        return orWithoutTable(
                0,
                () -> session.query(
                                """
                        SELECT f.format, o.odd, o.hooked
                          FROM (SELECT coalesce(max(row_count), 1) AS format FROM %s WHERE event = 'format') f, (%s) o
                        """.formatted(tables.journal(), database.oddities(tables.history(), tables.journal())),
                                (row, number) -> {
                                    InvalidHistoryException.throwIfUnsafe(row.getString("odd"));
                                    isHooked = row.getBoolean("hooked");
                                    return row.getInt("format");
                                })
                        .get(0));
    }

    private List<JournalRow> select(Session session, String condition, @Nullable Object... arguments) {
        return session.query(
                "SELECT id, %s, hash FROM %s %s"
                        .formatted(columns(Stream.of(JournalColumn.values())), tables.journal(), condition),
                JournalRow::read,
                arguments);
    }

    private static String columns(Stream<JournalColumn> columns) {
        return columns.map(JournalColumn::column).collect(Collectors.joining(", "));
    }

    private <T> T orWithoutTable(T nothing, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DataAccessException failure) {
            if (database.isMissingTable(failure)) {
                return nothing;
            }
            throw failure;
        }
    }
}
