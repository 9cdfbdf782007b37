package dev.instar.fault;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.revision.expression.Target;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.StepReport;
import dev.instar.run.Trigger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What can happen in the middle of a group. */
class GroupFaultTests {

    private static final int COUNT = 80;

    private static final String ALL_LOCKS = """
            DO $$
            BEGIN
                FOR batch IN 1..1000 LOOP
                    BEGIN
                        PERFORM count(pg_advisory_xact_lock(batch * 500 + n)) FROM generate_series(1, 500) n;
                    EXCEPTION WHEN out_of_memory THEN
                        EXIT;
                    END;
                END LOOP;
            END $$
            """;

    @TempDir
    static Path folder;

    private static Outcome expected;

    @BeforeAll
    static void migrateUndisturbed() {
        ManyRevisions.writeTo(folder, COUNT);
        Scene quiet = new Scene(folder).ungrouped();
        quiet.upgrade();
        expected = Outcome.of(quiet).withoutJournal();
    }

    @Test
    void aKilledProcessLeavesWholeGroupsAndTheNextOneGoesOn() throws Exception {
        Seed seed = new Seed();
        for (int kills = 0; kills < Seed.times("group.kills", 1); kills++) {
            Scene scene = new Scene(folder);
            MigratorProcess process = scene.process();
            process.go();
            scene.await("to_regclass('migration_history') IS NOT NULL");
            process.kill(seed.upTo(Duration.ofMillis(500)));
            scene.upgrade();
            assertIsAsExpected(scene, seed.toString());
        }
    }

    @Test
    void aSessionThatEndsInTheMiddleIsReplaced() {
        Scene scene = new Scene(folder);
        Recorder recorder = new Recorder();
        AtomicInteger groups = new AtomicInteger();
        assertThat(scene.upgrade(recorder, new RunListener() {
                    @Override
                    public void stepsMade(Run run, List<StepReport> reports) {
                        if (groups.incrementAndGet() == 2) {
                            scene.endMigratingSessions();
                        }
                    }
                }))
                .hasValueSatisfying(report -> assertThat(report.steps()).hasSize(COUNT));
        assertThat(recorder.losses()).isOne();
        assertIsAsExpected(scene, "one session ended");
    }

    @Test
    void aGroupWhoseCommitWasNotAnsweredIsMadeOnce() {
        Scene scene = new Scene(folder);
        Recorder recorder = new Recorder();
        assertThat(scene.instar(losingTheAnswerToCommit(scene, 3), recorder).upgrade(Target.HEADS, Trigger.STARTUP))
                .hasValueSatisfying(report -> assertThat(report.steps())
                        .hasSize(COUNT)
                        .extracting(step -> step.step().revision().id())
                        .doesNotHaveDuplicates());
        assertThat(recorder.losses()).isOne();
        assertIsAsExpected(scene, "one answer lost");
    }

    @Test
    void aGroupThatNeedsMoreLocksThanTheServerHasIsMadeOneByOne(@TempDir Path wide) throws Exception {
        for (int number = 1; number <= 100; number++) {
            String table = "CREATE TABLE t_%d_%%d (name text PRIMARY KEY);\n".formatted(number);
            ManyRevisions.write(
                    wide,
                    number,
                    IntStream.range(0, 5).mapToObj(table::formatted).collect(joining()));
        }
        Scene scene = new Scene(wide);
        try (Connection few =
                        scene.inTransaction("SELECT count(pg_advisory_xact_lock(n)) FROM generate_series(1, 300) n");
                Connection all = scene.inTransaction(ALL_LOCKS)) {
            few.rollback();
            assertThat(scene.upgrade())
                    .hasValueSatisfying(report -> assertThat(report.steps()).hasSize(100));
            all.rollback();
        }
        assertThat(scene.value("SELECT count(DISTINCT xmin::text) FROM migration_history", Integer.class))
                .isEqualTo(100);
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }

    private static void assertIsAsExpected(Scene scene, String description) {
        assertThat(Outcome.of(scene).withoutJournal()).as(description).isEqualTo(expected);
        assertThat(scene.values("SELECT migration_number FROM migration_journal WHERE event IN ('applied', 'skipped')"
                        + " GROUP BY 1 HAVING count(*) > 1"))
                .as(description)
                .isEmpty();
        assertThat(scene.instar().verifyJournal().isIntact()).as(description).isTrue();
    }

    /** Commits, and then the connection is gone before anybody hears of it. */
    private static DataSource losingTheAnswerToCommit(Scene scene, int which) {
        AtomicInteger commits = new AtomicInteger();
        return new DelegatingDataSource(scene.database().dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            try {
                                Object result = method.invoke(connection, arguments);
                                if (method.getName().equals("commit") && commits.incrementAndGet() == which) {
                                    connection.close();
                                    throw new SQLException("The answer got lost", "08006");
                                }
                                return result;
                            } catch (InvocationTargetException failure) {
                                throw failure.getCause();
                            }
                        });
            }
        };
    }
}
