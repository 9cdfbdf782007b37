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
import dev.instar.plan.Stamp;
import dev.instar.plan.Step;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Problem;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.run.Connector;
import dev.instar.run.Decision;
import dev.instar.run.HistoryEditor;
import dev.instar.run.LoggingListener;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunListeners;
import dev.instar.run.RunReport;
import dev.instar.run.Runner;
import dev.instar.run.Settlement;
import dev.instar.run.StopSignal;
import dev.instar.run.Trigger;
import dev.instar.script.Revisions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private final FirstLook firstLook;
    private final RunMemory memory = new RunMemory();
    private final RunListener listener;
    private @Nullable Revisions revisions;
    private volatile StopSignal stop = new StopSignal();

    /** Looks and migrates through the same data source. */
    public Instar(DataSource dataSource, InstarSettings settings, RunListener... listeners) {
        this(dataSource, dataSource, settings, listeners);
    }

    /**
     * Creates the engine; nothing is read or opened yet.
     *
     * @param looking gives connections for a single query, as a pool does
     * @param migrating gives connections that are Instar's own for a whole run; threads of Instar ask for them, so that a
     *     data source must not choose the database by the thread that calls
     */
    public Instar(DataSource looking, DataSource migrating, InstarSettings settings, RunListener... listeners) {
        this.looking = looking;
        this.migrating = migrating;
        this.settings = settings;
        this.welcome = new Welcome(settings);
        this.firstLook = new FirstLook(settings, welcome);
        this.listener = new RunListeners(Stream.concat(Stream.of(memory, new LoggingListener()), Stream.of(listeners))
                .toList());
    }

    /** The revisions in the configured locations; read once. */
    public synchronized Revisions revisions() {
        if (revisions == null) {
            revisions = firstLook.readRevisions();
        }
        return revisions;
    }

    /** Where the database stands now, and which run is under way, in whatever process. */
    public Status status() {
        return status(Duration.ZERO);
    }

    /**
     * The same, without waiting longer than that for any answer of the server.
     *
     * @param patience zero to wait for ever
     */
    public Status status(Duration patience) {
        return looking((session, database) -> {
            session.answerWithin(patience);
            HistorySnapshot history = history(session, database);
            RunSight sight = new RunSight(session, database, settings.tables());
            List<RunRecord> runs = sight.runs(2);
            return new Status(
                    position(history),
                    settings.target(),
                    history.halfDone(),
                    RunSight.first(runs, true),
                    RunSight.first(runs, false),
                    memory.failed(sight));
        });
    }

    /** The steps that an upgrade to the target would take now. */
    public Plan plan(Target target) {
        return plan(target, look());
    }

    /** The steps that an upgrade to the target would take from there. */
    public Plan plan(Target target, Position from) {
        return upgradeTo(target).apply(from);
    }

    /** Applies everything the target needs; empty when there was nothing to do. */
    public Optional<RunReport> upgrade(Target target, Trigger trigger) {
        return run(upgradeTo(target), this::revisions, () -> newRun(trigger), target);
    }

    /** The same, as a run that somebody can tell from others before it begins. */
    public Optional<RunReport> upgrade(Target target, Run run) {
        return run(upgradeTo(target), this::revisions, () -> run, target);
    }

    /** Undoes everything above the target, which itself stays; empty when there was nothing to do. */
    public Optional<RunReport> downgrade(Target target, Trigger trigger) {
        return downgrade(target, newRun(trigger));
    }

    /** The same, as a run that somebody can tell from others before it begins. */
    public Optional<RunReport> downgrade(Target target, Run run) {
        return run(position -> new Planner(position).downgrade(target), this::revisions, () -> run, null);
    }

    /**
     * Undoes everything above the target, also what only a newer build has files for: the history remembers how to undo
     * that.
     */
    public Optional<RunReport> downgradeFromHistory(Target target, Trigger trigger) {
        Revisions remembering = looking((session, database) -> {
            List<AppliedRevision> unknown = position(history(session, database)).unknown();
            return revisions().remembering(new History(database, settings.tables()).downgrades(session, unknown));
        });
        return run(
                position -> new Planner(position).undoingUnknown().downgrade(target),
                () -> remembering,
                () -> newRun(trigger),
                null);
    }

    /** The steps that a downgrade to the target would take now. */
    public Plan planDowngrade(Target target) {
        return planDowngrade(target, look());
    }

    /** The steps that a downgrade to the target would take from there. */
    public Plan planDowngrade(Target target, Position from) {
        return new Planner(from).downgrade(target);
    }

    /** What stamping the targets would change now. */
    public Stamp planStamp(List<Target> targets, boolean nothingElse) {
        return planStamp(targets, nothingElse, look());
    }

    /** What stamping the targets would change from there. */
    public Stamp planStamp(List<Target> targets, boolean nothingElse, Position from) {
        return stamping(targets, nothingElse).apply(from);
    }

    /**
     * Makes the history say that the targets are applied and nothing above them is, without running anything.
     *
     * @param nothingElse whether what stands beside the targets goes too
     */
    public Stamp stamp(List<Target> targets, boolean nothingElse, Trigger trigger) {
        return stamp(targets, nothingElse, newRun(trigger));
    }

    /** The same, as a run that somebody can tell from others before it begins. */
    public Stamp stamp(List<Target> targets, boolean nothingElse, Run run) {
        Stamp planned = planStamp(targets, nothingElse);
        return planned.isEmpty()
                ? planned
                : edit(editor -> editor.stamp(run, revisions(), stamping(targets, nothingElse)));
    }

    /** Makes the history say what is planned while nobody else can migrate, without running anything. */
    public Stamp stamp(Function<Position, Stamp> planning, Trigger trigger) {
        return edit(editor -> editor.stamp(newRun(trigger), revisions(), planning));
    }

    /** Records that what is applied of edited revisions is what their files say now; returns those that were edited. */
    public List<Revision> accept(List<Target> targets, Trigger trigger) {
        List<Revision> planned = new Acceptance(look()).of(targets);
        Run run = newRun(trigger);
        return planned.isEmpty()
                ? planned
                : edit(editor -> editor.accept(run, revisions(), position -> new Acceptance(position).of(targets)));
    }

    /** Everything that should not be shipped, as far as the files show it. */
    public List<Problem> checkFiles() {
        return new Inspection().files(revisions()).found();
    }

    /** Everything that should not be shipped, and all that this database lacks of what this build wants of it. */
    public List<Problem> check() {
        return new Inspection().files(revisions()).database(status()).found();
    }

    /** What the schema looks like, beside its revisions. */
    public LiveSchema schema() {
        return new LiveSchema(migrating, settings);
    }

    public InstarSettings settings() {
        return settings;
    }

    /**
     * Makes sure that the database has everything this build needs.
     *
     * @throws PendingRevisionsException when it has not
     */
    public void verify() {
        HistorySnapshot history;
        try (Connector connector = Connector.to(looking, settings.run(), new StopSignal())) {
            history = firstLook.with(connector, settings.target());
        } catch (DataAccessException failure) {
            throw unavailable(failure, looking);
        }
        if (history == null) {
            return;
        }
        Position position = position(history);
        Plan missing = upgradeTo(settings.target()).apply(position);
        if (!missing.isEmpty()) {
            throw new PendingRevisionsException(
                    missing.steps().stream().map(Step::revision).toList());
        }
        settings.onUnknownRevision().judge(history, missing, position.graph());
        welcome.warn(position, history);
        welcome.nothingToDo(position);
    }

    /**
     * Makes sure that these tables or views exist, each written as in a statement, with its schema or without.
     *
     * @throws MissingTablesException when some do not; it names them all
     */
    public void requireTables(List<String> tables) {
        List<String> missing = looking((session, database) -> tables.stream()
                .filter(table -> !database.hasTable(session, table))
                .toList());
        if (!missing.isEmpty()) {
            throw new MissingTablesException(missing);
        }
    }

    /** Writes down what somebody found out about a half-done revision, for the next run to act on. */
    public void resume(RevisionId revision, Decision decision, Trigger trigger) {
        try {
            new Settlement(migrating, settings.run(), listener, newRun(trigger)).settle(revision, decision);
        } catch (DataAccessException failure) {
            throw unavailable(failure, migrating);
        }
    }

    /** Asks what is under way in this process to stop at the next safe point; returns at once. */
    public void stop() {
        stop.give();
    }

    /** Recomputes the hash of every line of the journal. */
    public JournalCheck verifyJournal() {
        return looking((session, database) -> new Journal(database, settings.tables()).check(session));
    }

    /**
     * The latest of what was done to this database, from whatever machine, last one first: runs, and changes of the
     * history alone, as a stamp makes them.
     */
    public List<RunRecord> runs(int most) {
        return looking((session, database) -> new RunSight(session, database, settings.tables()).everything(most));
    }

    private Function<Position, Plan> upgradeTo(Target target) {
        return position -> {
            settings.onUnknownRevision().judge(position.unknown());
            return new Planner(position).upgrade(target);
        };
    }

    private Position look() {
        return position(looking(this::history));
    }

    private HistorySnapshot history(Session session, Database database) {
        return new History(database, settings.tables()).read(session);
    }

    private Position position(HistorySnapshot history) {
        return new Position(revisions().graph(), history.applied());
    }

    private <T> T looking(BiFunction<Session, Database, T> look) {
        try (Session session = Session.open(looking)) {
            Database database = Database.of(session);
            session.answerWithin(settings.execution().answerTimeout());
            return look.apply(session, database);
        } catch (DataAccessException failure) {
            throw unavailable(failure, looking);
        }
    }

    private static Function<Position, Stamp> stamping(List<Target> targets, boolean nothingElse) {
        return position ->
                nothingElse ? new Planner(position).stampNothingBut(targets) : new Planner(position).stamp(targets);
    }

    private <T> T edit(Function<HistoryEditor, T> change) {
        StopSignal signal = new StopSignal();
        stop = signal;
        try {
            return change.apply(new HistoryEditor(migrating, settings.run(), listener, signal));
        } catch (DataAccessException failure) {
            throw unavailable(failure, migrating);
        }
    }

    private Optional<RunReport> run(
            Function<Position, Plan> planning,
            Supplier<Revisions> scripts,
            Supplier<Run> run,
            @Nullable Target target) {
        StopSignal signal = new StopSignal();
        stop = signal;
        try (StopOnShutdown hook = new StopOnShutdown(signal);
                Connector connector = Connector.to(migrating, settings.run(), signal)) {
            return hook.guard(() -> isSomethingToDo(planning, connector, target)
                    ? new Runner(connector, settings.run(), listener, signal)
                            .run(run.get(), scripts.get(), planning, target == null ? null : firstLook.goal(target))
                    : Optional.empty());
        } catch (DataAccessException failure) {
            throw unavailable(failure, migrating);
        }
    }

    private boolean isSomethingToDo(Function<Position, Plan> planning, Connector connector, @Nullable Target target) {
        HistorySnapshot history = firstLook.with(connector, target);
        if (history == null) {
            return false;
        }
        Position position = position(history);
        welcome.warn(position, history);
        Plan plan = planning.apply(position);
        settings.onUnknownRevision().judge(history, plan, position.graph());
        if (plan.isEmpty()) {
            welcome.nothingToDo(position);
        }
        return !plan.isEmpty();
    }

    /** A run of this application that has not begun. */
    public Run newRun(Trigger trigger) {
        return newRun(trigger, null);
    }

    /**
     * A run of this application that has not begun.
     *
     * @param caller who wants it, as the journal shall name them beside the application
     */
    public Run newRun(Trigger trigger, @Nullable String caller) {
        String application = settings.applicationName();
        return Run.begin(
                trigger,
                caller == null ? application : "%s (%s)".formatted(application, caller),
                settings.applicationVersion());
    }

    private DatabaseUnavailableException unavailable(DataAccessException failure, DataSource dataSource) {
        return DatabaseUnavailableException.because(failure, dataSource, settings.tables());
    }
}
