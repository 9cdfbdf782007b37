package dev.instar.boot.command;

import dev.instar.InstarSettings;
import dev.instar.database.Database;
import dev.instar.history.TableNames;
import dev.instar.plan.Stamp;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.run.HistoryEditor;
import dev.instar.run.Run;
import dev.instar.run.TransactionScope;
import dev.instar.script.Check;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.PsqlText;
import dev.instar.sql.StatementKind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A script for {@code psql} in the making: one transaction for each revision, or one for all, like a run. */
final class ScriptDraft {

    /** What a revision sets for its session ends with it, as in a run. */
    private static final List<String> ACTING_AS_ITSELF =
            List.of("RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL");

    private static final List<String> LEAVING_NOTHING =
            List.of("CLOSE ALL", "DEALLOCATE ALL", "UNLISTEN *", "DISCARD TEMP");

    private static final Database DATABASE = Database.offline();

    private final TableNames tables;
    private final HistoryScript history;
    private final Run run;
    private final boolean oneTransaction;
    private final StringBuilder text = new StringBuilder();
    private boolean inTransaction;
    private boolean changesSession;

    /**
     * Begins a script.
     *
     * @param start what must be applied where it begins: the history may be another one than somebody thinks
     */
    ScriptDraft(InstarSettings settings, Run run, Collection<RevisionId> start) {
        this.tables = settings.tables();
        this.history = new HistoryScript(DATABASE, tables);
        this.run = run;
        this.oneTransaction = isOneTransaction(settings);
        text.append(
                "-- Written by Instar for psql.\n\\set ON_ERROR_STOP on\n\\set AUTOCOMMIT on\n\\pset pager off\n\n");
        pin();
        lock();
        begin();
        add("SET LOCAL client_min_messages = warning");
        history.create().forEach(definition -> add(definition.strip()));
        start.forEach(id -> add(history.requireApplied(id)));
        commit();
    }

    void step(Step step, Script script) {
        boolean up = step.direction() == Direction.UPGRADE;
        text.append("\n-- %s: %s\n".formatted(up ? "Upgrade" : "Downgrade", title(step.revision())));
        if (!up) {
            begin();
            add(history.requireApplied(step.revision().id()));
            add(history.requireNothingAbove(step.revision().id()));
        }
        if (script.isSkipped()) {
            text.append("-- Recorded and not run: it is for %s only.\n"
                    .formatted(String.join(", ", script.environments())));
        } else {
            checks(up ? script.required() : List.of(), "before");
            script.forEach(step.direction(), this::add);
            checks(up ? script.ensured() : List.of(), "after");
        }
        begin();
        if (changesSession) {
            ACTING_AS_ITSELF.forEach(this::add);
            pin();
        }
        record(step.revision(), up, script);
        if (!oneTransaction) {
            commit();
        }
        if (changesSession) {
            LEAVING_NOTHING.forEach(this::add);
            lock();
            changesSession = false;
        }
    }

    /** Nothing comes any more. */
    void end() {
        commit();
    }

    /** Whether all revisions of a script take effect together, as those of a run would. */
    static boolean isOneTransaction(InstarSettings settings) {
        return settings.execution().manner().transaction() == TransactionScope.RUN;
    }

    static boolean runsAlone(ScriptStatement statement) {
        return statement.options().noTransaction() || !DATABASE.runsInTransaction(statement.kind());
    }

    private void pin() {
        DATABASE.pinning().forEach(this::add);
        add("SET application_name = " + HistoryScript.literal("instar " + run.by()));
    }

    /** A revision can have given back the lock; who holds it may take it again. */
    private void lock() {
        add(OfflineLock.statement(tables));
    }

    void stamp(Stamp stamp, Revisions revisions) {
        begin();
        stamp.removed().forEach(revision -> add(history.recordRolledBack(revision.id())));
        for (Revision revision : stamp.added()) {
            record(revision, true, revisions.script(revision.id()));
        }
        commit();
    }

    private void record(Revision revision, boolean up, Script script) {
        add(
                up
                        ? history.recordApplied(
                                HistoryEditor.stamped(revision, run), run.applicationVersion(), script.downgradeSql())
                        : history.recordRolledBack(revision.id()));
    }

    private void checks(List<Check> checks, String moment) {
        for (Check check : checks) {
            begin();
            add(OfflineCheck.statement(check, moment));
        }
    }

    private void add(ScriptStatement statement) {
        if (runsAlone(statement)) {
            commit();
        } else {
            begin();
        }
        Duration timeout = statement.options().timeout();
        if (timeout != null) {
            add("SET statement_timeout = " + timeout.toMillis());
        }
        changesSession |= statement.mayChangeSession();
        add(PsqlText.of(statement.text(), statement.standardStrings()));
        if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
            OfflineData.append(statement.data(), text);
        }
        if (timeout != null) {
            add("SET statement_timeout = 0");
        }
    }

    private void add(String statement) {
        text.append(statement).append(lastLineIsComment(statement) ? "\n;\n" : ";\n");
    }

    /** A semicolon behind a comment would belong to it. */
    private static boolean lastLineIsComment(String statement) {
        return statement.substring(statement.lastIndexOf('\n') + 1).contains("--");
    }

    private void begin() {
        if (!inTransaction) {
            inTransaction = true;
            add("BEGIN");
        }
    }

    private void commit() {
        if (inTransaction) {
            inTransaction = false;
            add("COMMIT");
        }
    }

    private static String title(Revision revision) {
        return "%s  %s".formatted(revision.id(), revision.message());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
