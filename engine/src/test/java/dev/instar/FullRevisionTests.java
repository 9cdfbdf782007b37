package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.plan.Step;
import dev.instar.revision.expression.Target;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import dev.instar.script.RevisionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullRevisionTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final List<String> events = new ArrayList<>();

    @Test
    void whatIsRequiredAndEnsuredStopsTheRevisionWhenItIsNotTrue() throws IOException {
        write("001_first.sql", """
                -- @upgrade
                CREATE TABLE a (id int);
                -- @ensure the table has rows
                SELECT count(*) > 0 FROM a;
                """);

        assertThatThrownBy(() -> upgrade(RevisionOptions.NONE))
                .isInstanceOfSatisfying(StepFailedException.class, failure -> {
                    assertThat(failure.description()).isEqualTo("""
                            The upgrade of revision '001' (First) failed at %s/001_first.sql:3.
                            Not true after the upgrade: the table has rows.
                            The query returned 'f'.
                            Nothing was run before it. Revision '001' was rolled back and left nothing behind.""".formatted(folder));
                    assertThat(failure.summary()).endsWith("Not true after the upgrade: the table has rows.");
                });
        assertThat(tables()).doesNotContain("a");

        write("001_first.sql", "-- @require it is so\nSELECT true;\n-- @upgrade\nCREATE TABLE a ();");
        upgrade(RevisionOptions.NONE);
        assertThat(tables()).contains("a");
    }

    @Test
    void aRevisionOfAnotherEnvironmentIsRecordedAndNotRun() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;");
        write("002_seed.sql", "-- @environments dev\nINSERT INTO a VALUES (1);\n-- @downgrade\nSELECT 1 / 0;");
        RevisionOptions production = RevisionOptions.NONE.withEnvironments("production");

        upgrade(production);

        assertThat(events).contains("skipped 002 for [dev]");
        assertThat(count("SELECT count(*) FROM a")).isZero();
        assertThat(count("SELECT count(*) FROM migration_history WHERE status = 'applied'"))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM migration_journal WHERE event = 'skipped'"))
                .isEqualTo(1);
        instar(production).downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(tables()).doesNotContain("a");
    }

    @Test
    void whatWasSkippedIsNotUndoneAndWhatWasNotIsWhateverTheEnvironmentIsCalledSince() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;");
        write("002_seed.sql", "-- @environments dev\nINSERT INTO a VALUES (1);\n-- @downgrade\nDELETE FROM a;");
        RevisionOptions dev = RevisionOptions.NONE.withEnvironments("dev");
        RevisionOptions production = RevisionOptions.NONE.withEnvironments("production");

        upgrade(production);
        database.client().sql("INSERT INTO a VALUES (2)").update();
        instar(dev).downgrade(Target.parse("001"), Trigger.COMMAND);
        assertThat(count("SELECT count(*) FROM a")).isEqualTo(1);

        upgrade(dev);
        assertThat(count("SELECT count(*) FROM a")).isEqualTo(2);
        instar(production).downgrade(Target.parse("001"), Trigger.COMMAND);
        assertThat(count("SELECT count(*) FROM a")).isZero();

        upgrade(production);
        Files.delete(folder.resolve("002_seed.sql"));
        database.client().sql("INSERT INTO a VALUES (3)").update();
        instar(dev).downgradeFromHistory(Target.parse("001"), Trigger.COMMAND);
        assertThat(count("SELECT count(*) FROM a")).isEqualTo(1);
    }

    @Test
    void whatWasSkippedNeedsNoDowngradeAndWhatWasNotDoes() throws IOException {
        write("001_seed.sql", "-- @environments dev\nCREATE TABLE a ();");
        RevisionOptions dev = RevisionOptions.NONE.withEnvironments("dev");
        RevisionOptions production = RevisionOptions.NONE.withEnvironments("production");

        upgrade(production);
        instar(dev).downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(events).contains("skipped 001 for [dev]");

        upgrade(dev);
        assertThatThrownBy(() -> instar(production).downgrade(Target.BASE, Trigger.COMMAND))
                .hasMessageContaining("Revision '001' was applied, and has no downgrade");
        assertThat(tables()).contains("a");
    }

    @Test
    void whatWasSkippedCountsAsSkippedWhenAnEditOfItIsAccepted() throws IOException {
        write("001_seed.sql", "-- @environments dev\nCREATE TABLE a ();\n-- @downgrade\nDROP TABLE a;");
        RevisionOptions dev = RevisionOptions.NONE.withEnvironments("dev");
        upgrade(RevisionOptions.NONE.withEnvironments("production"));
        write("001_seed.sql", "-- @environments dev\nCREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;");

        instar(dev).accept(List.of(Target.parse("001")), Trigger.COMMAND);

        instar(dev).downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(count("SELECT count(*) FROM migration_history WHERE status = 'rolled_back'"))
                .isEqualTo(1);
    }

    @Test
    void whatWasRunIsNotUndoneWithoutTheValuesOfItsPlaceholders() throws IOException {
        write("001_seed.sql", """
                -- @environments dev
                CREATE TABLE a AS SELECT '${who}' AS name;
                -- @downgrade
                DELETE FROM a WHERE name = '${who}';
                """);
        upgrade(RevisionOptions.NONE.withEnvironments("dev").withPlaceholders(Map.of("who", "ada")));

        assertThatThrownBy(() -> instar(RevisionOptions.NONE.withEnvironments("production"))
                        .downgrade(Target.BASE, Trigger.COMMAND))
                .hasMessageContaining("The placeholder '${who}' has no value (%s/001_seed.sql:4)".formatted(folder));
        assertThat(count("SELECT count(*) FROM migration_history WHERE status = 'applied'"))
                .isEqualTo(1);
    }

    @Test
    void theHistoryRemembersWhatTheDirectivesOfADowngradeAskFor() throws IOException {
        write("001_first.sql", """
                CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;
                -- @downgrade
                -- @no-transaction
                CALL p();
                DROP PROCEDURE p;
                """);
        upgrade(RevisionOptions.NONE);
        Files.delete(folder.resolve("001_first.sql"));

        instar(RevisionOptions.NONE).downgradeFromHistory(Target.BASE, Trigger.COMMAND);

        assertThat(count("SELECT count(*) FROM pg_proc WHERE proname = 'p'")).isZero();
    }

    @Test
    void aJavaRevisionIsCommittedWithItsRowOrNotAtAll() {
        RevisionOptions options = RevisionOptions.NONE
                .withPlaceholders(Map.of("table", "written_in_java"))
                .withJavaRevisions(new InJava());

        upgrade(options);

        assertThat(tables()).contains("written_in_java");
        assertThat(events).contains("progressed j1 1 of 2");
        instar(options).downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(tables()).doesNotContain("written_in_java");

        assertThatThrownBy(() -> upgrade(options.withPlaceholders(Map.of("table", "no"))))
                .isInstanceOfSatisfying(
                        StepFailedException.class,
                        failure -> assertThat(failure.description())
                                .startsWith(
                                        "The upgrade of revision 'j1' (In Java) failed at dev.instar.FullRevisionTests$InJava.")
                                .contains("java.lang.IllegalStateException: the table is called 'no' at"
                                        + " dev.instar.FullRevisionTests$InJava.upgrade(FullRevisionTests.java:"));
        assertThat(tables()).doesNotContain("no");
    }

    @Test
    void anErrorInAStatementWithPlaceholdersShowsTheFileAndNoValue() throws IOException {
        write("001_first.sql", "CREATE ROLE r PASSWORD '${secret}'\nNONSENSE;");

        assertThatThrownBy(() -> upgrade(RevisionOptions.NONE.withPlaceholders(Map.of("secret", "hunter2"))))
                .isInstanceOfSatisfying(
                        StepFailedException.class,
                        failure -> assertThat(failure.description())
                                .contains("/001_first.sql:2.")
                                .contains("NONSENSE")
                                .doesNotContain("hunter2"));
    }

    private void upgrade(RevisionOptions options) {
        instar(options).upgrade(Target.HEADS, Trigger.COMMAND);
    }

    private Instar instar(RevisionOptions options) {
        return new Instar(
                database.dataSource(),
                InstarSettings.DEFAULT.withLocations("file:" + folder).withRevisionOptions(options),
                new RunListener() {
                    @Override
                    public void stepSkipped(Run run, Step step, List<String> environments) {
                        events.add("skipped %s for %s".formatted(step.revision().id(), environments));
                    }

                    @Override
                    public void stepProgressed(Run run, Step step, long done, long total) {
                        events.add("progressed %s %d of %d"
                                .formatted(step.revision().id(), done, total));
                    }
                });
    }

    private int count(String sql) {
        return database.client().sql(sql).query(Integer.class).single();
    }

    private List<String> tables() {
        return database.client()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }

    @RevisionHeader(id = "j1", revises = "base", message = "In Java")
    static final class InJava implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            String table = context.placeholders().getOrDefault("table", "none");
            context.jdbc().sql("CREATE TABLE %s (id int)".formatted(table)).update();
            context.progress(1, 2);
            if (table.equals("no")) {
                throw new IllegalStateException("the table is called 'no'");
            }
        }

        @Override
        public void downgrade(RevisionContext context) {
            context.jdbc().sql("DROP TABLE written_in_java").update();
        }
    }
}
