package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.instar.TestDatabase;
import dev.instar.plan.Step;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunManner;
import dev.instar.run.RunReport;
import dev.instar.run.RunStoppedException;
import dev.instar.run.StepFailedException;
import dev.instar.run.StepReport;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions that are committed together, because the database was empty: it makes no difference but to the time. */
class GroupTests {

    private static final String TRANSACTIONS = "SELECT count(DISTINCT xmin::text) FROM migration_history";

    @TempDir
    Path folder;

    @Test
    void theOutcomeIsThatOfRevisionsThatAreEachCommitted() {
        int count = Seed.times("grouped", 300);
        ManyRevisions.writeTo(folder, count);
        Scene grouped = new Scene(folder);
        Scene ungrouped = new Scene(folder).ungrouped();

        assertThat(grouped.upgrade())
                .hasValueSatisfying(report -> assertThat(report.steps()).hasSize(count));
        ungrouped.upgrade();

        assertThat(Outcome.of(grouped)).isEqualTo(Outcome.of(ungrouped));
        assertThat(grouped.instar().verifyJournal().isIntact()).isTrue();
        assertThat(grouped.value(TRANSACTIONS, Integer.class)).isLessThan(count / 5);
        assertThat(ungrouped.value(TRANSACTIONS, Integer.class)).isEqualTo(count);
        assertThat(grouped.instar().plan(Target.HEADS).isEmpty()).isTrue();
    }

    @Test
    void theOutcomeIsTheSameWhenOneInTheMiddleFails() {
        int count = Seed.times("grouped", 150);
        int failing = count * 777 / 1000;
        ManyRevisions.writeTo(folder, count);
        ManyRevisions.write(
                folder,
                failing,
                "CREATE TABLE t_bad (id int);\nCREATE INDEX bad ON t_%d (nothing);".formatted(failing - 1));
        Scene grouped = new Scene(folder);
        Scene ungrouped = new Scene(folder).ungrouped();

        Throwable failure = catchThrowable(grouped::upgrade);
        assertThat(failure)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("%04d_revision.sql:2", failing)
                .hasMessage(catchThrowable(ungrouped::upgrade).getMessage());

        assertThat(Outcome.of(grouped)).isEqualTo(Outcome.of(ungrouped));
        assertThat(grouped.values("SELECT migration_number FROM migration_history"))
                .hasSize(failing - 1);
        assertThat(grouped.instar().verifyJournal().isIntact()).isTrue();
    }

    @Test
    void aDeferredConstraintIsCheckedWhereItsRevisionEnds() {
        ManyRevisions.writeTo(folder, 3);
        ManyRevisions.write(folder, 4, "INSERT INTO pet VALUES (1, 1);");
        ManyRevisions.write(folder, 5, "INSERT INTO owner VALUES (1);");
        assertThatThrownBy(new Scene(folder)::upgrade)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("The upgrade of revision '0004'")
                .hasMessageContaining("(at the commit)");
    }

    @Test
    void whatCannotBeOneTransactionIsMadeOneByOneAndWhatFollowsInSmallerGroups() {
        write(40, number -> "CREATE TABLE t_%d (id int);".formatted(number));
        Scene scene = new Scene(folder).with(ExecutionSettings.DEFAULT.withManner(RunManner.DEFAULT.withGroupSize(20)));
        scene.sql("""
                CREATE FUNCTION not_both() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF (SELECT count(*) FROM pg_class
                         WHERE relname IN ('t_14', 't_15') AND xmin = pg_current_xact_id()::xid) = 2 THEN
                        RAISE EXCEPTION 'not both';
                    END IF;
                END $$
                """);
        scene.sql("CREATE EVENT TRIGGER not_both ON ddl_command_end EXECUTE FUNCTION not_both()");
        List<String> heard = new ArrayList<>();
        assertThat(scene.upgrade(hearing(heard))).isPresent();
        assertThat(heard).containsExactlyElementsOf(expected(1, 40));
        assertThat(scene.value(TRANSACTIONS, Integer.class)).isEqualTo(20 + 2);
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE made AS SELECT 1 AS id;",
                "CREATE MATERIALIZED VIEW made AS (WITH a AS (SELECT 1) TABLE a);",
                "CREATE TEMPORARY TABLE made (id int) ON COMMIT DROP;",
                "CREATE TABLE pg_temp.made (id int);",
                "UPDATE t_1 SET id = 1;",
                "SELECT 1;",
                "-- @timeout 1s\nCREATE TABLE made (id int);"
            })
    void whatNeedsItsOwnTransactionHasIt(String sql) {
        write(2, number -> "CREATE TABLE t_%d (id int);".formatted(number));
        ManyRevisions.write(folder, 3, sql);
        write(
                4,
                5,
                number ->
                        "CREATE TABLE t_%1$d (id int); CREATE VIEW v_%1$d AS SELECT * FROM t_%1$d;".formatted(number));
        Scene scene = new Scene(folder);
        scene.upgrade();
        assertThat(scene.values("SELECT string_agg(migration_number, ' ' ORDER BY id) FROM migration_history"
                        + " GROUP BY xmin::text ORDER BY min(id)"))
                .containsExactly("0001 0002", "0003", "0004 0005");
    }

    @Test
    void listenersHearOfEachStepOnceAndInOrderAndOnlyWhenItIsCommitted() {
        write(12, number -> "CREATE TABLE t_%d (id int);".formatted(number));
        Scene scene = new Scene(folder);
        List<String> heard = new ArrayList<>();
        RunReport report = scene.upgrade(hearing(heard), new RunListener() {
                    @Override
                    public void stepFinished(Run run, StepReport finished) {
                        assertThat(scene.value("SELECT count(*) FROM migration_history", Integer.class))
                                .isEqualTo(12);
                        assertThat(scene.instar().runs(1).get(0).steps()).hasSize(12);
                        heard.add("seen");
                    }
                })
                .orElseThrow();
        assertThat(heard).startsWith(expected(1, 12).toArray(String[]::new)).hasSize(36);
        assertThat(report.steps())
                .allSatisfy(step -> assertThat(step.duration()).isPositive());
        assertThat(report.steps().stream()
                        .mapToLong(step -> step.duration().toNanos())
                        .sum())
                .isLessThanOrEqualTo(report.duration().toNanos());
    }

    @Test
    void roundTripsAreFewAndGrowNoFasterThanTheRevisions() {
        write(250, number -> "CREATE TABLE t_%1$d (id int); CREATE INDEX ON t_%1$d (id);".formatted(number));
        int few = roundTrips(Target.parse("0100"));
        int many = roundTrips(Target.HEADS);
        assertThat(few).isLessThan(60);
        assertThat(many).isLessThan(3 * few);
    }

    @Test
    void whereThereAreTablesAlreadyEachRevisionIsCommitted() {
        write(5, number -> "CREATE TABLE t_%d (id int);".formatted(number));
        Scene scene = new Scene(folder);
        scene.sql("CREATE TABLE somebodys (id int)");
        scene.upgrade();
        assertThat(scene.value(TRANSACTIONS, Integer.class)).isEqualTo(5);
    }

    @Test
    void whatAnExtensionBringsIsNobodysTable() {
        write(5, number -> "CREATE TABLE t_%d (id int);".formatted(number));
        Scene scene = new Scene(folder);
        scene.sql("CREATE TABLE part (id int)");
        scene.sql("CREATE EXTENSION pg_trgm");
        scene.sql("ALTER EXTENSION pg_trgm ADD TABLE part");
        scene.upgrade();
        assertThat(scene.value(TRANSACTIONS, Integer.class)).isEqualTo(1);
    }

    @Test
    void aRunThatIsAskedToStopFinishesItsGroup() {
        write(250, number -> "CREATE TABLE t_%d (id int);".formatted(number));
        Scene scene = new Scene(folder);
        Stopping stopping = new Stopping("0003");
        assertThatThrownBy(() -> stopping.stops(scene.instar(stopping)).upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(RunStoppedException.class);
        assertThat(scene.value("SELECT count(*) FROM migration_history", Integer.class))
                .isEqualTo(100);
        assertThat(scene.upgrade())
                .hasValueSatisfying(report -> assertThat(report.steps()).hasSize(150));
        assertThat(scene.instar().verifyJournal().isIntact()).isTrue();
    }

    private int roundTrips(Target target) {
        try (CountingProxy proxy = new CountingProxy(TestDatabase.port())) {
            Scene scene = new Scene(folder);
            int[] trips = {0};
            RunListener counting = new RunListener() {
                @Override
                public void runFinished(RunReport report) {
                    trips[0] = proxy.roundTrips(scene.value(CountingProxy.MIGRATING_PORT, Integer.class));
                }
            };
            scene.instar(proxy.dataSource(scene.database().url()), counting).upgrade(target, Trigger.STARTUP);
            return trips[0];
        }
    }

    private void write(int count, IntFunction<String> sql) {
        write(1, count, sql);
    }

    private void write(int first, int last, IntFunction<String> sql) {
        IntStream.rangeClosed(first, last).forEach(number -> ManyRevisions.write(folder, number, sql.apply(number)));
    }

    private static List<String> expected(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(number -> List.of("begun %04d".formatted(number), "done %04d".formatted(number)).stream())
                .toList();
    }

    private static RunListener hearing(List<String> heard) {
        return new RunListener() {
            @Override
            public void stepStarted(Run run, Step step) {
                heard.add("begun " + step.revision().id());
            }

            @Override
            public void stepFinished(Run run, StepReport report) {
                heard.add("done " + report.step().revision().id());
            }
        };
    }
}
