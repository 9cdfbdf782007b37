package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.lock.LockType;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** A database, a folder of revisions, and somebody who disturbs. */
final class Scene {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Path folder;
    private final TestDatabase database = TestDatabase.create();
    private ExecutionSettings execution = ExecutionSettings.DEFAULT;
    private Duration lockTimeout = InstarSettings.DEFAULT.lockTimeout();

    Scene(Path folder) {
        this.folder = folder;
    }

    TestDatabase database() {
        return database;
    }

    Scene with(ExecutionSettings execution) {
        this.execution = execution;
        return this;
    }

    /** Each revision commits by itself, also in an empty database. */
    Scene ungrouped() {
        return with(execution.withManner(execution.manner().withGroupSize(1)));
    }

    Scene revision(String name, String sql) {
        try {
            Files.writeString(folder.resolve(name), sql);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    Instar instar(RunListener... listeners) {
        return instar(database.dataSource(), listeners);
    }

    Instar instar(DataSource dataSource, RunListener... listeners) {
        return new Instar(
                dataSource,
                InstarSettings.DEFAULT
                        .withLocations("file:" + folder)
                        .withExecution(execution)
                        .withLockTimeout(lockTimeout),
                listeners);
    }

    /** Waits no longer than that for another one that migrates. */
    Scene waitingAtMost(Duration timeout) {
        lockTimeout = timeout;
        return this;
    }

    Optional<RunReport> upgrade(RunListener... listeners) {
        return instar(listeners).upgrade(Target.HEADS, Trigger.STARTUP);
    }

    CompletableFuture<Optional<RunReport>> upgradeInBackground(RunListener... listeners) {
        return CompletableFuture.supplyAsync(() -> upgrade(listeners));
    }

    MigratorProcess process() {
        return MigratorProcess.start(database.url(), folder);
    }

    /** The session lock's alternative, with so short a term that nobody waits for long. */
    Scene withLease(Duration term) {
        return with(
                execution.withManner(execution.manner().withLock(LockType.LEASE).withLease(term)));
    }

    void sql(String sql) {
        database.client().sql(sql).update();
    }

    <T> T value(String sql, Class<T> type) {
        return database.client().sql(sql).query(type).single();
    }

    List<String> values(String sql) {
        return database.client().sql(sql).query(String.class).list();
    }

    /** A session of its own that has done this and has not ended its transaction. */
    Connection inTransaction(String... statements) {
        try {
            Connection connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
            return connection;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Waits until the database says so. */
    void await(String condition) {
        await(() -> value("SELECT " + condition, Boolean.class), condition);
    }

    static void await(BooleanSupplier condition, String description) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(description)
                    .isLessThan(LONGEST_WAIT);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Ends every session of migrating processes in this database. */
    void endMigratingSessions() {
        database.client()
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name LIKE 'instar %'"
                        + " AND pid <> pg_backend_pid()")
                .query(Integer.class)
                .single();
    }
}
