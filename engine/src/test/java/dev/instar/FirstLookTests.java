package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.database.CountingDataSource;
import dev.instar.history.HistorySnapshot;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.expression.Target;
import dev.instar.run.Connector;
import dev.instar.run.StopSignal;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a start may believe that there is nothing to do without reading a revision, and when it may not. */
class FirstLookTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void applyTwoRevisions() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id bigint);\n-- @downgrade\nDROP TABLE a;");
        write("002_second.sql", "CREATE TABLE b (id bigint);\n-- @downgrade\nDROP TABLE b;");
        instar().upgrade(Target.HEADS, Trigger.STARTUP);
    }

    @Test
    void oneStatementTellsThatNothingIsPending() {
        CountingDataSource counting = new CountingDataSource(database.dataSource());
        assertThat(new Instar(counting.dataSource(), settings()).upgrade(Target.HEADS, Trigger.STARTUP))
                .isEmpty();
        assertThat(counting.statements()).isEqualTo(1);
        assertThat(counting.connections()).hasSize(1);
        assertThat(counting.open()).isZero();
        assertThat(look()).isNull();
    }

    /** A server that merges the parts of the statement computes the digest twice, and reads everything beside it. */
    @Test
    void theHistoryIsGoneThroughOnce() {
        int before = scans();
        assertThat(look()).isNull();
        assertThat(scans()).isEqualTo(before + 1);
    }

    /** What a session has done is known when it has ended. */
    private int scans() {
        while (database.client()
                        .sql(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
                        .query(Integer.class)
                        .single()
                > 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return database.client()
                .sql(
                        "SELECT seq_scan + coalesce(idx_scan, 0) FROM pg_stat_user_tables WHERE relname = 'migration_history'")
                .query(Integer.class)
                .single();
    }

    @Test
    void aRunGoesOnWithTheConnectionThatLooked() throws IOException {
        write("003_third.sql", "CREATE TABLE c AS SELECT pg_backend_pid() AS pid;");
        CountingDataSource counting = new CountingDataSource(database.dataSource());
        assertThat(new Instar(counting.dataSource(), settings()).upgrade(Target.HEADS, Trigger.STARTUP))
                .isPresent();
        assertThat(database.client()
                        .sql("SELECT pid FROM c")
                        .query(Integer.class)
                        .single())
                .isEqualTo(counting.connections().get(0));
        assertThat(counting.open()).isZero();
    }

    @Test
    void theConnectionThatLookedIsClosedWhereThatIsAll() throws IOException {
        write("001_first.sql", "CREATE TABLE x (id bigint);\n-- @downgrade\nDROP TABLE a;");
        CountingDataSource counting = new CountingDataSource(database.dataSource());
        Instar instar = new Instar(counting.dataSource(), settings());
        assertThatThrownBy(() -> instar.upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(InvalidRevisionsException.class);
        assertThatThrownBy(instar::verify).isInstanceOf(InvalidRevisionsException.class);
        assertThat(counting.connections()).hasSize(2);
        assertThat(counting.open()).isZero();
    }

    @Test
    void aNewFileIsLookedInto() throws IOException {
        write("003_third.sql", "CREATE TABLE c (id bigint);");
        assertThat(look()).isNotNull();
        assertThat(instar().upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
        assertThat(look()).isNull();
    }

    @Test
    void anEditIsRefusedAndNothingExecuted() throws IOException {
        write("001_first.sql", "CREATE TABLE x (id bigint);\n-- @downgrade\nDROP TABLE a;");
        assertThatThrownBy(() -> instar().upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("Revision '001' is applied, and its upgrade was edited since");
        assertThatThrownBy(() -> instar().verify()).isInstanceOf(InvalidRevisionsException.class);
    }

    @Test
    void aRowThatSomebodyTookOutIsMissed() {
        sql("DELETE FROM migration_history WHERE migration_number = '002'");
        assertThat(applied(look())).containsExactly("001");
        assertThatThrownBy(() -> instar().verify()).isInstanceOf(PendingRevisionsException.class);
    }

    @Test
    void aRowThatSomebodyEditedIsRead() {
        sql("CREATE TABLE kept AS TABLE migration_history");
        for (String edit : List.of(
                "migration_number = '003'",
                "status = 'rolling_back'",
                "status = 'rolled_back', rollback_at = now()",
                "revises = ''",
                "depends_on = '001'",
                "label = 'other'",
                "checksum_algorithm = 'other'",
                "checksum = 'edited'")) {
            sql("UPDATE migration_history SET " + edit + " WHERE migration_number = '002'");
            assertThat(look()).as(edit).isNotNull();
            sql("DELETE FROM migration_history");
            sql("INSERT INTO migration_history OVERRIDING SYSTEM VALUE TABLE kept");
            assertThat(look()).as("taken back").isNull();
        }
    }

    @Test
    void anotherTargetIsAnotherGoal() {
        assertThat(look(database.dataSource(), Target.parse("001"))).isNotNull();
    }

    @Test
    void stepsAreCountedFromWhereTheDatabaseIsEachTime() throws IOException {
        write("003_third.sql", "CREATE TABLE c (id bigint);");
        write("004_fourth.sql", "CREATE TABLE d (id bigint);");
        Target next = Target.parse("+1");

        assertThat(instar().upgrade(next, Trigger.COMMAND)).isPresent();
        assertThat(instar().upgrade(next, Trigger.COMMAND)).isPresent();

        assertThat(applied(look())).containsExactly("001", "002", "003", "004");
    }

    @Test
    void whatHappenedSinceIsRead() {
        instar().downgrade(Target.parse("001"), Trigger.COMMAND);
        assertThat(applied(look())).containsExactly("001");
        instar().stamp(List.of(Target.parse("002")), false, Trigger.COMMAND);
        assertThat(applied(look())).containsExactly("001", "002");
    }

    @Test
    void anOlderBuildReadsWhatItDoesNotKnow() throws IOException {
        Files.delete(folder.resolve("002_second.sql"));
        assertThat(applied(look())).containsExactly("001", "002");
        assertThat(instar().upgrade(Target.HEADS, Trigger.STARTUP)).isEmpty();
        assertThat(applied(look())).containsExactly("001", "002");

        write("x_other.sql", "-- @revision other\n-- @revises 001\n-- @message Other\nCREATE TABLE o (id bigint);");
        assertThat(instar().upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
        assertThat(applied(look())).containsExactly("001", "002", "other");
    }

    @Test
    void whatMustBeSaidAtEveryStartIsReadAtEveryStart() throws IOException {
        write("x_other.sql", "-- @revision other\n-- @revises 001\n-- @message Other\nCREATE TABLE o (id bigint);");
        instar().upgrade(Target.HEADS, Trigger.STARTUP);
        assertThat(applied(look())).containsExactly("001", "002", "other");
    }

    @Test
    void whoMayReadTheHistoryAloneIsToldByTheHistory() {
        sql("CREATE ROLE only_history LOGIN; GRANT SELECT ON migration_history TO only_history");
        try {
            assertThat(applied(look(database.dataSourceAs("only_history"), Target.HEADS)))
                    .containsExactly("001", "002");
        } finally {
            sql("DROP OWNED BY only_history; DROP ROLE only_history");
        }
    }

    private @Nullable HistorySnapshot look() {
        return look(database.dataSource(), Target.HEADS);
    }

    private @Nullable HistorySnapshot look(DataSource dataSource, Target target) {
        try (Connector connector = Connector.to(dataSource, settings().run(), new StopSignal())) {
            return new FirstLook(settings(), new Welcome(settings())).with(connector, target);
        }
    }

    private static List<String> applied(@Nullable HistorySnapshot history) {
        assertThat(history).isNotNull();
        return history.applied().stream().map(revision -> revision.id().value()).toList();
    }

    private Instar instar() {
        return new Instar(database.dataSource(), settings());
    }

    private InstarSettings settings() {
        return InstarSettings.DEFAULT.withLocations("file:" + folder);
    }

    private void sql(String sql) {
        database.client().sql(sql).update();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
