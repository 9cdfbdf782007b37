package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import dev.instar.run.Decision;
import dev.instar.run.RunReport;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class InstarTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void appliesEverythingOnceAndThenHasNothingToDo() throws IOException {
        write("001_initial_schema.sql", "CREATE TABLE a (id bigint PRIMARY KEY);\n-- @downgrade\nDROP TABLE a;");
        write("002_more.sql", "CREATE TABLE b (id bigint PRIMARY KEY REFERENCES a);\n-- @downgrade\nDROP TABLE b;");

        assertThat(instar().upgrade(Target.HEADS, Trigger.STARTUP))
                .map(RunReport::steps)
                .hasValueSatisfying(steps -> assertThat(steps).hasSize(2));
        assertThat(instar().upgrade(Target.HEADS, Trigger.STARTUP)).isEmpty();
        assertThat(instar().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instar().status().position().current()).containsExactly(new RevisionId("002"));
    }

    @Test
    void worksWhereNumbersAreWrittenInOtherDigits() throws IOException {
        write("001_initial_schema.sql", "CREATE TABLE a (id bigint PRIMARY KEY);\n-- @downgrade\nDROP TABLE a;");
        write("002_more.sql", "CREATE TABLE b (id bigint);\n-- @timeout 1m\nCREATE INDEX CONCURRENTLY i ON b (id);");
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            instar().upgrade(Target.HEADS, Trigger.STARTUP);
            assertThat(Target.parse("001+9")).hasToString("001+9");
            assertThatThrownBy(() -> instar().plan(Target.parse("001+9")))
                    .hasMessageContaining("The farthest is '001+1'.");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(instar().status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void goesDownAndUpAgain() throws IOException {
        write("001_initial_schema.sql", "CREATE TABLE a (id bigint PRIMARY KEY);\n-- @downgrade\nDROP TABLE a;");
        write("002_more.sql", "CREATE TABLE b (id bigint PRIMARY KEY REFERENCES a);\n-- @downgrade\nDROP TABLE b;");
        instar().upgrade(Target.HEADS, Trigger.COMMAND);

        instar().downgrade(Target.parse("001"), Trigger.COMMAND);
        assertThat(tables()).containsExactly("a", "migration_history", "migration_journal");
        instar().downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(tables()).containsExactly("migration_history", "migration_journal");
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        assertThat(tables()).containsExactly("a", "b", "migration_history", "migration_journal");
    }

    @Test
    void undoesWhatOnlyANewerBuildHasFilesForWithTheSqlInTheHistory() throws IOException {
        write("001_initial_schema.sql", "CREATE TABLE a (id bigint PRIMARY KEY);\n-- @downgrade\nDROP TABLE a;");
        write("002_more.sql", "CREATE TABLE b (id bigint);\n-- @downgrade\nDROP TABLE b;\nVACUUM a;");
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        Files.delete(folder.resolve("002_more.sql"));

        instar().downgradeFromHistory(Target.parse("001"), Trigger.COMMAND);

        assertThat(tables()).containsExactly("a", "migration_history", "migration_journal");
        assertThat(instar().status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void whatANewerBuildAppliesWhileTheHistoryIsAskedIsNamed() throws IOException {
        write("001_initial_schema.sql", "CREATE TABLE a (id bigint PRIMARY KEY);");
        write("002_more.sql", "CREATE TABLE b (id bigint);\n-- @downgrade\nDROP TABLE b;");
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        write("003_newest.sql", "CREATE TABLE c (id bigint);\n-- @downgrade\nDROP TABLE c;");
        Instar newer = instar();
        newer.revisions();
        Files.delete(folder.resolve("002_more.sql"));
        Files.delete(folder.resolve("003_newest.sql"));
        DataSource late = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                newer.upgrade(Target.HEADS, Trigger.STARTUP);
                return super.getConnection();
            }
        };

        assertThatThrownBy(() -> new Instar(database.dataSource(), late, instar().settings())
                        .downgradeFromHistory(Target.parse("001"), Trigger.COMMAND))
                .isInstanceOf(InstarException.class)
                .hasMessage("Revision '003', which no file explains, was applied while this was begun."
                        + " Start again; the plan will then be made from what the history says now.");
        assertThat(tables()).contains("b", "c");
    }

    @Test
    void undoesWhatIsLeftOfAChainInTheOrderOfTheChain() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;");
        write("002_taken_out.sql", "CREATE TABLE b (id int);\n-- @downgrade\nDROP TABLE b;");
        write("003_last.sql", "ALTER TABLE b ADD c int;\n-- @downgrade\nALTER TABLE b DROP c;");
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        Files.delete(folder.resolve("002_taken_out.sql"));

        instar().downgradeFromHistory(Target.parse("001"), Trigger.COMMAND);

        assertThat(tables()).containsExactly("a", "migration_history", "migration_journal");
        assertThat(instar().status().position().current()).containsExactly(new RevisionId("001"));
    }

    @Test
    void aFileThatIsChangedBetweenPlanAndRunIsNotRun() throws IOException {
        String large = "\n-- " + "x".repeat(20_000);
        write("001_first.sql", "CREATE TABLE a (id int);" + large + "\n-- @downgrade\nDROP TABLE a;");
        Instar running = instar();
        running.plan(Target.HEADS);
        write("001_first.sql", "CREATE TABLE b (id int);" + large + "\n-- more\n-- @downgrade\nDROP TABLE b;");

        assertThatThrownBy(() -> running.upgrade(Target.HEADS, Trigger.ENDPOINT))
                .hasMessageContaining(
                        "The file '%s/001_first.sql' was changed after it had been read.".formatted(folder));

        assertThat(tables()).containsExactly("migration_history", "migration_journal");
        instar().upgrade(Target.HEADS, Trigger.STARTUP);
        assertThat(tables()).contains("b");
    }

    @Test
    void aFileThatIsGoneBetweenPlanAndRunIsNamed() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;\n-- " + "x".repeat(20_000));
        Instar running = instar();
        running.plan(Target.HEADS);
        Files.delete(folder.resolve("001_first.sql"));

        assertThatThrownBy(() -> running.upgrade(Target.HEADS, Trigger.ENDPOINT))
                .isInstanceOf(InstarException.class)
                .hasMessage(
                        "The file '%s/001_first.sql' cannot be read any more: it leads to nothing that can be opened."
                                        .formatted(folder)
                                + " Bring it back as it was, or start again without it.");
    }

    @Test
    void findsItsRevisionsOnWhateverThreadTheyAreFirstWanted() throws Exception {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("db/own"));
        write("classes/db/own/001_first.sql", "CREATE TABLE a (id int);");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader service =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(service);
            Instar instar = new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations("classpath:db/own"));
            thread.setContextClassLoader(before);

            assertThat(instar.revisions().graph().size()).isEqualTo(1);
            assertThat(thread.getContextClassLoader()).isSameAs(before);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aSplitRevisionMayWriteItsStringsWithBackslashes() throws IOException {
        write("001_old_dump.sql", """
                SET standard_conforming_strings = off;
                CREATE TABLE a (t text DEFAULT 'it\\'s');
                CREATE INDEX CONCURRENTLY i ON a (t);
                """);

        instar().upgrade(Target.HEADS, Trigger.STARTUP);

        assertThat(database.client()
                        .sql("INSERT INTO a DEFAULT VALUES RETURNING t")
                        .query(String.class)
                        .single())
                .isEqualTo("it's");
        assertThat(instar().status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void lookingCreatesNothing() {
        assertThat(instar().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instar().upgrade(Target.HEADS, Trigger.STARTUP)).isEmpty();

        assertThat(tables()).isEmpty();
    }

    @Test
    void saysWhereAStatementFailedAndWhatIsLeft() throws IOException {
        write("001_initial_schema.sql", "CREATE TABLE a (id bigint PRIMARY KEY);");
        write("002_broken.sql", "CREATE TABLE b (id bigint);\n\nCREATE TABLE c (\n    id bigint PRIMRY KEY\n);");

        assertThatThrownBy(() -> instar().upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOfSatisfying(
                        StepFailedException.class,
                        failure -> assertThat(failure.description()).isEqualTo("""
                                The upgrade of revision '002' (Broken) failed at %s/002_broken.sql:4.
                                    3 | CREATE TABLE c (
                                    4 |     id bigint PRIMRY KEY
                                                      ^
                                    5 | )
                                SQLSTATE 42601: syntax error at or near "PRIMRY"
                                Before it, this run had finished '001'. Revision '002' was rolled back and left nothing behind.""".formatted(folder)));
        assertThat(tables()).containsExactly("a", "migration_history", "migration_journal");
    }

    @Test
    void aFailureIsOverWhenAnotherProcessHasDoneBetter() throws IOException {
        write("001_ready.sql", "CREATE TABLE ready (id bigint);");
        write("002_when_ready.sql", "SELECT 1 / count(*) FROM ready;");
        Instar failing = instar();
        assertThatThrownBy(() -> failing.upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(StepFailedException.class);
        assertThat(failing.status().state()).isEqualTo(State.FAILED);
        assertThat(instar().status().state()).isEqualTo(State.PENDING);

        database.client().sql("INSERT INTO ready VALUES (1)").update();
        instar().upgrade(Target.HEADS, Trigger.COMMAND);

        assertThat(failing.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void aFailureIsOverWhenAStampHasSettledIt() throws IOException {
        write("001_broken.sql", "SELECT 1 / 0;");
        Instar failing = failing();

        failing.stamp(List.of(Target.HEADS), false, Trigger.COMMAND);

        assertThat(failing.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void aFailureIsNotTheLastWordAnyMoreWhenSomebodyHasDecidedHowToGoOn() throws IOException {
        write("001_broken.sql", "VACUUM; SELECT 1 / 0;");
        Instar failing = failing();

        instar().resume(new RevisionId("001"), Decision.UNDONE, Trigger.COMMAND);

        assertThat(failing.status().state()).isEqualTo(State.PENDING);
        assertThatThrownBy(() -> failing.upgrade(Target.HEADS, Trigger.ENDPOINT))
                .isInstanceOf(StepFailedException.class);
        assertThat(failing.status().state()).isEqualTo(State.FAILED);
    }

    @Test
    void aFailureThatHasLeftNothingToDoIsNone() throws IOException {
        write("001_kept.sql", "CREATE TABLE kept ();\n-- @downgrade\nSELECT 1 / 0;");
        Instar instar = instar();
        instar.upgrade(Target.HEADS, Trigger.STARTUP);

        assertThatThrownBy(() -> instar.downgrade(Target.BASE, Trigger.ENDPOINT))
                .isInstanceOf(StepFailedException.class);

        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    private Instar failing() {
        Instar failing = instar();
        assertThatThrownBy(() -> failing.upgrade(Target.HEADS, Trigger.ENDPOINT))
                .isInstanceOf(StepFailedException.class);
        assertThat(failing.status().state()).isEqualTo(State.FAILED);
        return failing;
    }

    private List<String> tables() {
        return database.client()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                .query(String.class)
                .list();
    }

    private Instar instar() {
        return new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + folder));
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
