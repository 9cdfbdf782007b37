package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.instar.TestDatabase;
import dev.instar.plan.Step;
import dev.instar.revision.expression.Target;
import dev.instar.run.CurrentStatement;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.StepFailedException;
import dev.instar.run.StepReport;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a run waits for the server, counted on the wire. Requests are small enough to arrive in one piece: into a
 * larger one falls the answer to its BEGIN, which nobody waits for.
 */
class RoundTripTests {

    private static final int AT_MOST_UP = 2;
    private static final int AT_MOST_DOWN = 3;
    private static final String JOURNAL =
            "SELECT concat_ws(' ', event, migration_number) FROM migration_journal WHERE migration_number IS NOT NULL ORDER BY id";

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void writeRevisions() {
        scene = new Scene(folder)
                .ungrouped()
                .revision(
                        "001_first.sql",
                        "CREATE TABLE t (id int PRIMARY KEY, name text);\n-- @downgrade\nDROP TABLE t;");
    }

    @Test
    void aTransactionalRevisionIsTwoUpAndThreeDownHoweverManyStatementsItHas() {
        scene.revision(
                        "002_one.sql",
                        "ALTER TABLE t ADD COLUMN one int;\n-- @downgrade\nALTER TABLE t DROP COLUMN one;")
                .revision("003_many.sql", statements(40) + "\n-- @downgrade\nDELETE FROM t;")
                .revision(
                        "004_longer.sql",
                        "INSERT INTO t VALUES (1000, '" + "x".repeat(2_000) + "');\n-- @downgrade\nDELETE FROM t;")
                .revision("005_last.sql", "CREATE INDEX t_one ON t (one);\n-- @downgrade\nDROP INDEX t_one;");
        try (CountingProxy proxy = new CountingProxy(TestDatabase.port())) {
            Trips up = new Trips(proxy);
            scene.instar(proxy.dataSource(scene.database().url()), up).upgrade(Target.HEADS, Trigger.STARTUP);
            assertThat(up.behindTheFirst())
                    .hasSize(4)
                    .allSatisfy(trips -> assertThat(trips).isBetween(1, AT_MOST_UP));

            Trips down = new Trips(proxy);
            scene.instar(proxy.dataSource(scene.database().url()), down).downgrade(Target.BASE, Trigger.COMMAND);
            assertThat(down.behindTheFirst())
                    .hasSize(4)
                    .allSatisfy(trips -> assertThat(trips).isBetween(1, AT_MOST_DOWN));
        }
        assertThat(scene.values("SELECT status FROM migration_history"))
                .hasSize(5)
                .containsOnly("rolled_back");
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }

    @Test
    void theJournalSaysOfEachStepThatItBeginsBeforeItSaysThatItIsMade() {
        scene.revision("002_second.sql", "CREATE TABLE u (id int);")
                .revision("003_third.sql", "CREATE TABLE v (id int);");
        List<String> seen = new ArrayList<>();
        scene.upgrade(new RunListener() {
            @Override
            public void statementStarted(Run run, CurrentStatement statement) {
                List<String> lines = scene.values(JOURNAL);
                seen.add(lines.get(lines.size() - 1));
            }
        });
        assertThat(seen).containsExactly("intent 001", "intent 002", "intent 003");
        assertThat(scene.values(JOURNAL))
                .containsExactly("intent 001", "applied 001", "intent 002", "applied 002", "intent 003", "applied 003");
    }

    /** The driver begins to prepare at the fifth time; before, a table that was made let it begin anew. */
    @Test
    void whatIsWrittenDownOfEachRevisionIsPreparedOnceForTheRun() {
        for (int number = 2; number < 15; number++) {
            scene.revision("%03d_table.sql".formatted(number), "CREATE TABLE t_%d (id int);".formatted(number));
        }
        scene.revision("015_last.sql", """
                CREATE TABLE prepared AS
                SELECT (SELECT count(*) FROM migration_history WHERE applied_at > prepare_time)::int AS since
                  FROM pg_prepared_statements
                 WHERE statement LIKE '%INTO%migration_history%';
                """);
        scene.upgrade();
        assertThat(scene.value("SELECT max(since) FROM prepared", Integer.class))
                .isGreaterThan(4);
    }

    @Test
    void whatWasSentTogetherAndRefusedIsNotRunAgainToFindOutWhichItWas() {
        scene.sql("CREATE SEQUENCE runs");
        scene.upgrade();
        String bad = statements(230) + "\nINSERT INTO t SELECT 1000 + nextval('runs');\n"
                + "INSERT INTO t\nVALUES (2000, 'x'), (nothing, 'x');\n" + "INSERT INTO t VALUES (3000, 'x');\n";

        String together = refusal(bad);
        assertThat(scene.value("SELECT last_value FROM runs WHERE is_called", Integer.class))
                .isEqualTo(1);
        assertThat(together).contains("002_bad.sql:233", "VALUES (2000, 'x'), (nothing, 'x')", "SQLSTATE 42703");
        assertThat(refusal(bad + "SELECT 1;")).as("one by one").isEqualTo(together);
        assertThat(scene.values("SELECT migration_number FROM migration_history WHERE status = 'applied'"))
                .containsExactly("001");
        assertThat(scene.value("SELECT count(*) FROM t", Integer.class)).isZero();
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }

    private String refusal(String sql) {
        scene.revision("002_bad.sql", sql);
        return catchThrowableOfType(StepFailedException.class, scene::upgrade).getMessage();
    }

    private static String statements(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("INSERT INTO t (id, name) VALUES (%d, 'it''s');"::formatted)
                .collect(Collectors.joining("\n"));
    }

    /** The round trips of each step on the session that makes it. */
    private final class Trips implements RunListener {

        private final CountingProxy proxy;
        private final List<Integer> steps = new ArrayList<>();
        private int port;
        private int before;

        Trips(CountingProxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public void stepStarted(Run run, Step step) {
            port = scene.value(CountingProxy.MIGRATING_PORT, Integer.class);
            before = proxy.roundTrips(port);
        }

        @Override
        public void stepFinished(Run run, StepReport report) {
            steps.add(proxy.roundTrips(port) - before);
        }

        /** The first step also sets the limits, and says that it begins. */
        List<Integer> behindTheFirst() {
            return steps.subList(1, steps.size());
        }
    }
}
