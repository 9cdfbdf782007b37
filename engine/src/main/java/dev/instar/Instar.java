package dev.instar;

import dev.instar.database.Database;
import dev.instar.history.History;
import dev.instar.history.HistorySnapshot;
import dev.instar.history.Journal;
import dev.instar.history.JournalCheck;
import dev.instar.history.RunRecord;
import dev.instar.jdbc.Session;
import dev.instar.plan.Plan;
import dev.instar.plan.Planner;
import dev.instar.plan.Position;
import dev.instar.revision.expression.Target;
import dev.instar.run.LoggingListener;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunListeners;
import dev.instar.run.RunReport;
import dev.instar.run.Runner;
import dev.instar.run.StopSignal;
import dev.instar.run.Trigger;
import dev.instar.script.Revisions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The schema of one database: where it stands, and how it gets to where it shall be. Looking never creates, locks or
 * changes anything. Safe for use by several threads; of several runs, in this process or others, one goes first.
 */
public final class Instar {

    private final DataSource looking;
    private final DataSource migrating;
    private final InstarSettings settings;
    private final Welcome welcome;
    private final StopSignal stop = new StopSignal();
    private final RunMemory memory = new RunMemory();
    private final RunListener listener;
    private @Nullable Revisions revisions;

    /** Looks and migrates through the same data source. */
    public Instar(DataSource dataSource, InstarSettings settings, RunListener... listeners) {
        this(dataSource, dataSource, settings, listeners);
    }

    /**
     * Creates the engine; nothing is read or opened yet.
     *
     * @param looking gives connections for a single query, as a pool does
     * @param migrating gives connections that are Instar's own for a whole run
     */
    public Instar(DataSource looking, DataSource migrating, InstarSettings settings, RunListener... listeners) {
        this.looking = looking;
        this.migrating = migrating;
        this.settings = settings;
        this.welcome = new Welcome(settings);
        this.listener = new RunListeners(Stream.concat(Stream.of(memory, new LoggingListener()), Stream.of(listeners))
                .toList());
    }

    /** The revisions in the configured locations; read once. */
    public synchronized Revisions revisions() {
        if (revisions == null) {
            revisions = Revisions.read(settings.locations(), settings.revisionOptions());
        }
        return revisions;
    }

    /** Where the database stands now, found out with one query. */
    public Status status() {
        return new Status(look(), memory.running(), memory.lastRun());
    }

    /** The steps that an upgrade to the target would take now. */
    public Plan plan(Target target) {
        return upgradeTo(target).apply(look());
    }

    /** Applies everything the target needs; empty when there was nothing to do. */
    public Optional<RunReport> upgrade(Target target, Trigger trigger) {
        return run(upgradeTo(target), trigger);
    }

    /** Undoes everything above the target, which itself stays; empty when there was nothing to do. */
    public Optional<RunReport> downgrade(Target target, Trigger trigger) {
        return run(position -> new Planner(position).downgrade(target), trigger);
    }

    /**
     * Makes sure that the database has everything this build needs.
     *
     * @throws PendingRevisionsException when it has not
     */
    public void verify() {
        Position position = look();
        Plan missing = upgradeTo(Target.HEADS).apply(position);
        if (!missing.isEmpty()) {
            throw new PendingRevisionsException(position.pending());
        }
        welcome.nothingToDo(position);
    }

    /** Recomputes the hash of every line of the journal. */
    public JournalCheck verifyJournal() {
        return looking((session, database) -> new Journal(database, settings.tables()).check(session));
    }

    /** The latest runs against this database, from whatever machine, last one first. */
    public List<RunRecord> runs(int most) {
        return looking((session, database) -> new Journal(database, settings.tables()).runs(session, most));
    }

    private Function<Position, Plan> upgradeTo(Target target) {
        return position -> {
            settings.onUnknownRevision().judge(position.unknown());
            return new Planner(position).upgrade(target);
        };
    }

    private Position look() {
        Revisions known = revisions();
        return looking((session, database) -> {
            HistorySnapshot history = new History(database, settings.tables()).read(session);
            return new Position(known.graph(), history.applied());
        });
    }

    private <T> T looking(BiFunction<Session, Database, T> look) {
        try (Session session = Session.open(looking)) {
            return look.apply(session, Database.of(session));
        } catch (DataAccessException failure) {
            throw DatabaseUnavailableException.because(failure);
        }
    }

    private Optional<RunReport> run(Function<Position, Plan> planning, Trigger trigger) {
        Position position = look();
        welcome.warn(position);
        if (planning.apply(position).isEmpty()) {
            welcome.nothingToDo(position);
            return Optional.empty();
        }
        Run run = Run.begin(trigger, settings.applicationName(), settings.applicationVersion());
        try {
            return new Runner(migrating, settings.run(), listener, stop).run(run, revisions(), planning);
        } catch (DataAccessException failure) {
            throw DatabaseUnavailableException.because(failure);
        }
    }
}
