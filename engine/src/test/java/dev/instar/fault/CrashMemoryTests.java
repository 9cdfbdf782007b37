package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.OnUnknownRevision;
import dev.instar.State;
import dev.instar.TestDatabase;
import dev.instar.history.HalfDoneException;
import dev.instar.history.TableNames;
import dev.instar.revision.InstarException;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.run.Decision;
import dev.instar.run.FileChangedException;
import dev.instar.run.RunReport;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import dev.instar.run.UnsettledException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashMemoryTests {

    private static final String INDEXES =
            "SELECT indexrelid::regclass || CASE WHEN indisvalid THEN '' ELSE ' INVALID' END"
                    + " FROM pg_index WHERE indrelid = 't'::regclass ORDER BY 1";
    private static final String BUILDING = "EXISTS (SELECT 1 FROM pg_stat_progress_create_index"
            + " WHERE datname = current_database() AND phase LIKE 'waiting for%')";

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void setScene() {
        scene = new Scene(folder);
        scene.revision("001_table.sql", "CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'x'), (2, 'y');");
        scene.upgrade();
    }

    @Test
    void countsAnIndexAsDoneThatTheServerFinishedAfterItsProcessWasKilled() throws Exception {
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);");
        try (Connection open = scene.inTransaction("UPDATE t SET b = 'z' WHERE a = 1")) {
            MigratorProcess process = scene.process();
            process.go();
            scene.await(BUILDING);
            assertThat(process.kill(Duration.ZERO)).isTrue();
            open.commit();
        }

        scene.upgrade();

        assertThat(scene.values(INDEXES)).containsExactly("t_a");
        assertThat(scene.values("SELECT event FROM migration_journal WHERE migration_number = '002' ORDER BY id"))
                .containsExactly("intent", "intent", "intent", "done", "applied");
    }

    @Test
    void dropsAndRebuildsTheInvalidIndexThatACrashLeftBehind() throws Exception {
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a ON t (a);");
        try (Connection open = scene.inTransaction("UPDATE t SET b = 'z' WHERE a = 1")) {
            MigratorProcess process = scene.process();
            process.go();
            scene.await(BUILDING);
            assertThat(process.kill(Duration.ZERO)).isTrue();
            scene.endMigratingSessions();
            open.commit();
        }
        assertThat(scene.values(INDEXES)).containsExactly("t_a INVALID");

        scene.upgrade();

        assertThat(scene.values(INDEXES)).containsExactly("t_a");
    }

    @Test
    void dropsTheInvalidIndexThatALostSessionLeftOnAPartition() throws Exception {
        assumeTrue(TestDatabase.majorVersion() >= 14, "PostgreSQL 13 does not reindex partitioned tables");
        scene.sql("CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a)");
        scene.sql("CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");
        scene.revision("002_reindex.sql", "REINDEX TABLE CONCURRENTLY p;");
        CompletableFuture<Optional<RunReport>> run;
        try (Connection open =
                scene.inTransaction("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "SELECT * FROM p")) {
            run = scene.upgradeInBackground();
            scene.await("EXISTS (SELECT 1 FROM pg_class WHERE relname = 'p1_pkey_ccnew')");
            scene.endMigratingSessions();
            open.commit();
        }
        assertThat(run.get()).isPresent();

        assertThat(scene.values("SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'p1'::regclass"))
                .containsExactly("p1_pkey");
    }

    @Test
    void acceptsAnEqualIndexThatIsThereAlready() {
        scene.sql("CREATE INDEX t_a ON public.t USING btree (a) WHERE b <> 'q'");
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t(a) WHERE (b != 'q');");

        scene.upgrade();

        assertThat(scene.values(INDEXES)).containsExactly("t_a");
    }

    @Test
    void refusesADifferentIndexOfTheSameNameEvenWithIfNotExists() {
        scene.sql("CREATE INDEX t_a ON t (b)");
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a ON t (a);");

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(UnsettledException.class)
                .hasMessageContaining("There is another index of that name already: CREATE INDEX t_a ON t USING btree"
                        + " (b); the statement would create: CREATE INDEX t_a ON t USING btree (a).");
    }

    @Test
    void showsTheRowsThatKeepAUniqueIndexFromBeingBuiltAndTakesItAway() {
        scene.sql("INSERT INTO t VALUES (1, 'w')");
        scene.revision("002_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY t_a ON t (a);");

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("SELECT a, count(*) FROM t WHERE (a) IS NOT NULL GROUP BY a HAVING count(*) > 1");
        assertThat(scene.values(INDEXES)).isEmpty();

        scene.sql("DELETE FROM t WHERE b = 'w'");
        scene.upgrade();
        assertThat(scene.values(INDEXES)).containsExactly("t_a");
    }

    @Test
    void saysHowFarAFailedRevisionHasComeAndGoesOnBehindItOnceItIsCorrected() {
        scene.revision("002_mixed.sql", """
                CREATE TABLE u (a int);
                CREATE INDEX CONCURRENTLY t_a ON t (a);
                INSERT INTO u VALUES (1);
                INSERT INTO missing VALUES (1);
                """);
        assertThatThrownBy(scene::upgrade)
                .hasMessageContaining("Of revision '002', the statements 1 to 2 of 4 have taken effect and stay.")
                .hasMessageContaining("the next run goes on behind statement 2");
        assertThat(scene.values("SELECT status FROM migration_history ORDER BY id"))
                .containsExactly("applied", "applying");

        scene.revision("002_mixed.sql", """
                CREATE TABLE u (a int);
                CREATE INDEX CONCURRENTLY t_a ON t (a);
                INSERT INTO u VALUES (2);
                """);
        scene.upgrade();

        assertThat(scene.values("SELECT a::text FROM u")).containsExactly("2");
        assertThat(scene.values("SELECT status FROM migration_history ORDER BY id"))
                .containsExactly("applied", "applied");
    }

    @Test
    void refusesAFileThatWasEditedWhereItHasTakenEffect() {
        scene.revision("002_mixed.sql", "CREATE TABLE u (a int); VACUUM t; INSERT INTO missing VALUES (1);");
        assertThatThrownBy(scene::upgrade).isInstanceOf(StepFailedException.class);
        scene.revision("002_mixed.sql", "CREATE TABLE u (a bigint); VACUUM t;");

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(FileChangedException.class)
                .hasMessageContaining("statements up to number 2, which have taken effect, were edited since");
    }

    @Test
    void keepsWhatTheDoneStatementsHadSetForTheSession() {
        scene.sql("CREATE SCHEMA other");
        scene.revision("002_mixed.sql", "SET search_path = other; CREATE TABLE u (a int); VACUUM u; SELECT 1 / 0;");
        assertThatThrownBy(scene::upgrade).hasMessageContaining("division by zero");
        scene.revision(
                "002_mixed.sql", "SET search_path = other; CREATE TABLE u (a int); VACUUM u; CREATE TABLE v ();");

        scene.upgrade();

        assertThat(scene.values("SELECT relnamespace::regnamespace::text FROM pg_class WHERE relname IN ('u', 'v')"))
                .containsExactly("other", "other");
    }

    @Test
    void doesNotTakeARealTableForATemporaryOneThatTheDoneStatementsHadMade() {
        scene.revision("002_mixed.sql", "CREATE TEMP TABLE t (a int); VACUUM pg_class; SELECT 1 / 0;");
        assertThatThrownBy(scene::upgrade).hasMessageContaining("division by zero");
        scene.revision("002_mixed.sql", "CREATE TEMP TABLE t (a int); VACUUM pg_class; DELETE FROM t;");

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(UnsettledException.class)
                .hasMessageContaining(
                        "(Mixed) stopped at " + folder + "/002_mixed.sql:1. The revision was interrupted, and"
                                + " what it had created for its session alone went with that: 't'.")
                .hasMessageContaining("Undo by hand what it has done, and run 'instar resume 002 --undone'.");
        assertThat(scene.value("SELECT count(*) FROM t", Integer.class)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE pg_temp.t (a int)",
                "CREATE /* for this session */ TEMPORARY TABLE IF NOT EXISTS -- only\n \"t\" (a int)",
                "SELECT 1 AS a INTO LOCAL TEMP T",
                "CREATE TEMP VIEW t AS SELECT 1 AS a",
                "CREATE OR REPLACE TEMP VIEW t AS SELECT 1 AS a"
            })
    void knowsATemporaryTableHoweverItIsMade(String made) {
        scene.revision("002_mixed.sql", made + "; VACUUM pg_class; SELECT 1 / 0;");
        assertThatThrownBy(scene::upgrade).hasMessageContaining("division by zero");
        scene.revision("002_mixed.sql", made + "; VACUUM pg_class; DO 'BEGIN DELETE FROM t; END';");

        assertThatThrownBy(scene::upgrade).hasMessageContaining("went with that: 't'.");
        assertThat(scene.value("SELECT count(*) FROM t", Integer.class)).isEqualTo(2);
    }

    @Test
    void aCommentAndAnotherNameSpeakOfNoTemporaryTable() {
        String begins = "CREATE TEMP TABLE \"T\" (a int); VACUUM pg_class; ";
        scene.revision("002_mixed.sql", begins + "SELECT 1 / 0;");
        assertThatThrownBy(scene::upgrade).hasMessageContaining("division by zero");
        scene.revision("002_mixed.sql", begins + "DELETE /* not from \"T\" */ FROM T -- but T\n WHERE true;");

        scene.upgrade();

        assertThat(scene.value("SELECT count(*) FROM t", Integer.class)).isZero();
    }

    @Test
    void keepsWhatTheyHadSetInCapitalLetters() {
        scene.sql("CREATE SCHEMA other");
        String begins = "SELECT SET_CONFIG('search_path', 'other', false); CREATE TABLE u (a int); VACUUM u; ";
        scene.revision("002_mixed.sql", begins + "SELECT 1 / 0;");
        assertThatThrownBy(scene::upgrade).hasMessageContaining("division by zero");
        scene.revision("002_mixed.sql", begins + "CREATE TABLE v ();");

        scene.upgrade();

        assertThat(scene.values("SELECT relnamespace::regnamespace::text FROM pg_class WHERE relname = 'v'"))
                .containsExactly("other");
    }

    @Test
    void saysThatWhatAStatementHasCommittedItselfStays() {
        scene.sql("CREATE PROCEDURE p() LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO t VALUES (3); COMMIT; INSERT INTO t VALUES (1 / 0); END'");
        scene.revision("002_call.sql", "-- @no-transaction\nCALL p();");

        assertThatThrownBy(scene::upgrade)
                .hasMessageContaining(
                        "Nothing was run before it. The statement ran outside a transaction: what it had done"
                                + " by then stays. Correct it and start again;");
        assertThat(scene.value("SELECT count(*) FROM t", Integer.class)).isEqualTo(3);
    }

    @Test
    void copiesDataOutsideATransaction() {
        scene.revision(
                "002_copy.sql", "-- @no-transaction\nCOPY t FROM STDIN;\n3\tc\n4\td\n\\.\nUPDATE t SET b = 'z';");

        scene.upgrade();

        assertThat(scene.value("SELECT count(*) FROM t WHERE b = 'z'", Integer.class))
                .isEqualTo(4);
    }

    @Test
    void leavesTheInvalidIndexOfAnotherTableAlone() {
        scene.sql("CREATE TABLE other (a int)");
        scene.sql("INSERT INTO other VALUES (1), (1)");
        assertThatThrownBy(() -> scene.sql("CREATE UNIQUE INDEX CONCURRENTLY i ON other (a)"))
                .hasMessageContaining("could not create unique index");
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY i ON t (a);");

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(UnsettledException.class)
                .hasMessageContaining(
                        "There is an index of that name on another table already: CREATE UNIQUE INDEX i ON"
                                + " other USING btree (a).");
        assertThat(scene.values("SELECT indrelid::regclass::text FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .containsExactly("other");
    }

    @Test
    void leavesAnIndexAloneThatAnotherUserIsBuilding() throws Exception {
        String user = "builder_" + scene.database().name();
        scene.sql("CREATE ROLE %s LOGIN PASSWORD 'b'".formatted(user));
        scene.sql("GRANT ALL ON SCHEMA public TO " + user);
        scene.sql("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + user);
        scene.sql("ALTER TABLE t OWNER TO " + user);
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);");
        CompletableFuture<Void> building;
        CompletableFuture<Optional<RunReport>> run;
        String built;
        try (Connection open = scene.inTransaction("UPDATE t SET b = 'z' WHERE a = 1")) {
            // The common pool has one thread where there are two processors, and both are to be under way at once.
            Executor apart = task -> new Thread(task).start();
            building = CompletableFuture.runAsync(() -> scene.sql("CREATE INDEX CONCURRENTLY t_a ON t (a)"), apart);
            scene.await(BUILDING);
            built = scene.values("SELECT 't_a'::regclass::oid::text").get(0);
            run = CompletableFuture.supplyAsync(
                    () -> scene.instar(scene.database().dataSourceAs(user)).upgrade(Target.HEADS, Trigger.STARTUP),
                    apart);
            scene.await("EXISTS (SELECT 1 FROM migration_journal WHERE migration_number = '002')");
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            open.commit();
        }
        building.join();
        run.join();

        assertThat(scene.values("SELECT 't_a'::regclass::oid::text")).containsExactly(built);
    }

    @Test
    void asksAHumanWhereTheCatalogCannotTellAndActsOnTheAnswer() throws Exception {
        String sql = """
                -- @no-transaction
                SELECT pg_sleep(600);
                INSERT INTO t VALUES (3, 'after');
                """;
        scene.revision("002_call.sql", sql);
        MigratorProcess process = scene.process();
        process.go();
        scene.await("EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND query LIKE 'SELECT pg_sleep%' AND state = 'active')");
        assertThat(process.kill(Duration.ZERO)).isTrue();
        scene.endMigratingSessions();

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(UnsettledException.class)
                .hasMessageContaining("statement 1 was begun by an earlier run, and nobody heard how it ended.")
                .hasMessageContaining("'instar resume --done'");

        scene.revision("002_call.sql", sql.replace("600", "0"));
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(FileChangedException.class)
                .hasMessageContaining(
                        "was interrupted in statement 1, and that was edited before its outcome was settled")
                .hasMessageContaining("\n- SELECT pg_sleep(600)\n+ SELECT pg_sleep(0)");

        scene.revision("002_call.sql", sql).instar().resume(new RevisionId("002"), Decision.DONE, Trigger.COMMAND);
        scene.upgrade();
        assertThat(scene.values("SELECT b FROM t WHERE a = 3")).containsExactly("after");
    }

    @Test
    void startsOverWhenSomebodyUndidByHandWhatWasHalfDone() {
        scene.revision("002_mixed.sql", "CREATE TABLE u (a int); VACUUM t; SELECT 1 / 0;");
        assertThatThrownBy(scene::upgrade).isInstanceOf(StepFailedException.class);
        scene.sql("DROP TABLE u");
        scene.revision("002_mixed.sql", "CREATE TABLE u (a bigint);");

        scene.instar().resume(new RevisionId("002"), Decision.UNDONE, Trigger.COMMAND);
        scene.upgrade();

        assertThat(scene.values("SELECT status FROM migration_history ORDER BY id"))
                .containsExactly("applied", "applied");
    }

    @Test
    void namesTheStatementThatCannotBeHeldAgainstAnIndexOfItsName() {
        scene.sql("CREATE INDEX i ON t (a)");
        scene.revision("002_index.sql", "\nCREATE INDEX CONCURRENTLY i ON t (missing);");

        assertThatThrownBy(scene::upgrade)
                .isInstanceOfSatisfying(
                        StepFailedException.class,
                        failure -> assertThat(failure.description()).isEqualTo("""
                        The upgrade of revision '002' (Index) failed at %s/002_index.sql:2.
                            2 | CREATE INDEX CONCURRENTLY i ON t (missing)
                        SQLSTATE 42703: column "missing" does not exist
                        Hint: The statement was not sent: this came when it was asked whether it has taken effect already.
                        Nothing was run before it. Revision '002' was rolled back and left nothing behind.""".formatted(folder)));
        // With its number it would count as one that was sent and has left nothing behind.
        assertThat(scene.values("SELECT event || coalesce(' ' || statement_number, '') FROM migration_journal"
                        + " WHERE migration_number = '002' ORDER BY id"))
                .containsExactly("intent", "failed");
    }

    @Test
    void saysWhatKeepsItFromFindingOutWhetherAStatementHasTakenEffect() {
        String user = "untemporary_" + scene.database().name();
        scene.sql("CREATE ROLE %s LOGIN PASSWORD 'u'".formatted(user));
        scene.sql("GRANT ALL ON SCHEMA public TO " + user);
        scene.sql("REVOKE TEMP ON DATABASE %s FROM PUBLIC"
                .formatted(scene.database().name()));
        scene.sql("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + user);
        scene.sql("CREATE INDEX i ON t (a)");
        scene.revision("002_index.sql", "CREATE INDEX CONCURRENTLY i ON t (a);");

        assertThatThrownBy(
                        () -> scene.instar(scene.database().dataSourceAs(user)).upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("/002_index.sql:1.")
                .hasMessageContaining("SQLSTATE 42501: permission denied to create temporary tables");
    }

    @Test
    void finalizesADetachmentThatWasInterrupted() throws Exception {
        assumeTrue(TestDatabase.majorVersion() >= 14, "PostgreSQL 13 cannot detach concurrently");
        scene.sql("CREATE TABLE p (a int) PARTITION BY LIST (a)");
        scene.sql("CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");
        scene.revision("002_detach.sql", "ALTER TABLE IF EXISTS ONLY p DETACH PARTITION p1 CONCURRENTLY;");
        try (Connection reading = scene.inTransaction("SELECT * FROM p")) {
            MigratorProcess process = scene.process();
            process.go();
            scene.await("EXISTS (SELECT 1 FROM pg_inherits WHERE inhdetachpending)");
            assertThat(process.kill(Duration.ZERO)).isTrue();
            scene.endMigratingSessions();
            reading.rollback();
        }
        assertThat(scene.value("SELECT count(*) FROM pg_inherits WHERE inhdetachpending", Integer.class))
                .isEqualTo(1);

        scene.upgrade();

        assertThat(scene.value("SELECT count(*) FROM pg_inherits", Integer.class))
                .isZero();
    }

    @Test
    void refusesBeforeItStartsWhatCanNeverWork() {
        scene.sql("CREATE TABLE p (a int) PARTITION BY LIST (a)");
        scene.revision("002_impossible.sql", """
                CREATE TABLE u (a int);
                CREATE INDEX CONCURRENTLY p_a ON p (a);
                CREATE INDEX CONCURRENTLY ON t (a);
                """);

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("The table 'p' is partitioned")
                .hasMessageContaining("The concurrent index on 't' has no name");
        assertThat(scene.value("SELECT to_regclass('u') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void refusesTheWholePlanBeforeAnyOfItRunsWhenOneOfItsRevisionsCanNeverWork() {
        scene.sql("CREATE TABLE p (a int) PARTITION BY LIST (a)");
        scene.revision("002_fine.sql", "CREATE TABLE u (a int);");
        scene.revision("003_impossible.sql", "CREATE INDEX CONCURRENTLY p_a ON p (a);");
        scene.revision("004_unchecked.sql", """
                -- @ensure there is a row
                SELECT count(*) > 0 FROM t;
                -- @upgrade
                -- @no-transaction
                ANALYZE t;
                """);
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("The table 'p' is partitioned")
                .hasMessageContaining("What must be true after the upgrade ('there is a row') can only be checked");
        assertThat(scene.value("SELECT to_regclass('u') IS NULL", Boolean.class))
                .isTrue();
        assertThat(scene.values("SELECT DISTINCT migration_number FROM migration_journal WHERE event = 'intent'"))
                .containsExactly("001");
    }

    @Test
    void doesNotRefuseWhatAnEarlierStatementMakesPossible() {
        assumeTrue(TestDatabase.majorVersion() >= 14, "PostgreSQL 13 cannot detach concurrently");
        scene.sql("CREATE TABLE p (a int) PARTITION BY LIST (a)");
        scene.sql("CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)");
        scene.sql("CREATE TABLE rest PARTITION OF p DEFAULT");
        scene.sql("CREATE INDEX old ON p (a)");
        scene.sql("CREATE SCHEMA other CREATE TABLE p (a int)");
        scene.revision("002_rest.sql", "DROP TABLE rest;");
        scene.revision("003_detach.sql", "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;");
        scene.revision("004_rename.sql", """
                ALTER INDEX old RENAME TO older;
                CREATE INDEX old ON t (a);
                DROP INDEX CONCURRENTLY old;
                """);
        scene.revision("005_other.sql", "SET search_path = other; CREATE INDEX CONCURRENTLY i ON p (a);");

        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void refusesToGoElsewhereWhileARevisionIsHalfUndone() {
        scene.revision("002_index.sql", """
                CREATE TABLE u (a int);
                -- @downgrade
                DROP TABLE u;
                VACUUM t;
                SELECT 1 / 0;
                """);
        scene.upgrade();
        assertThatThrownBy(() -> scene.instar().downgrade(Target.parse("001"), Trigger.COMMAND))
                .isInstanceOf(StepFailedException.class);

        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(InstarException.class)
                .hasMessageContaining("The downgrade of revision '002' was begun and has not come to its end.");
    }

    @Test
    void anOlderBuildStartsWhileANewerOneIsHalfWay() throws Exception {
        scene.revision("002_mixed.sql", "CREATE TABLE u (a int); VACUUM t; SELECT 1 / 0;");
        assertThatThrownBy(scene::upgrade).isInstanceOf(StepFailedException.class);
        assertThat(scene.instar().status().state()).isEqualTo(State.PENDING);
        Files.delete(folder.resolve("002_mixed.sql"));

        assertThat(scene.upgrade()).isEmpty();
        scene.instar().verify();
        InstarSettings fail = new InstarSettings(
                List.of("file:" + folder), TableNames.DEFAULT, Duration.ZERO, OnUnknownRevision.FAIL, "older", null);
        assertThatThrownBy(() -> new Instar(scene.database().dataSource(), fail).verify())
                .isInstanceOf(HalfDoneException.class);
        assertThat(scene.instar().status().state()).isEqualTo(State.AHEAD);

        scene.revision("003_other.sql", "-- @revises 001\nCREATE TABLE v (a int);");
        assertThatThrownBy(scene::upgrade)
                .isInstanceOf(HalfDoneException.class)
                .hasMessageContaining("The upgrade of revision '002' was begun and has not come to its end.");
    }
}
