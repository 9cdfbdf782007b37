package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.OnUnknownRevision;
import dev.instar.history.TableNames;
import dev.instar.revision.InstarException;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does by hand to files that are applied, or to the tables that say so. */
class EditedHistoryTests {

    @TempDir
    Path folder;

    private Scene scene;
    private List<String> before;

    @BeforeEach
    void setScene() {
        scene = new Scene(folder)
                .revision("a.sql", "-- @revision a\n-- @revises base\nCREATE TABLE a (id int);")
                .revision(
                        "b.sql",
                        "-- @revision b\n-- @revises a\nCREATE TABLE b (id int);\n-- @downgrade\nDROP TABLE b;")
                .revision(
                        "c.sql",
                        "-- @revision c\n-- @revises b\nCREATE TABLE c (id int);\n-- @downgrade\nDROP TABLE c;");
        scene.upgrade();
        scene.revision(
                "d.sql", "-- @revision d\n-- @revises c\nCREATE TABLE d (id int);\n-- @downgrade\nDROP TABLE d;");
    }

    @Test
    void aFileThatWasEditedIsNamedWithTheWayOut() {
        scene.revision("b.sql", "-- @revision b\n-- @revises a\nCREATE TABLE b (id bigint);");

        assertRefused(
                "Revision 'b' is applied, and its upgrade was edited since (<folder>/b.sql:1). Undo the edit, or run"
                        + " 'instar accept b' if what is applied is what the file says now.");
    }

    @Test
    void aFileThatWasPutElsewhereInTheGraphIsNamedWithBothPlaces() {
        scene.revision(
                "c.sql", "-- @revision c\n-- @revises a\nCREATE TABLE c (id int);\n-- @downgrade\nDROP TABLE c;");
        String refusal =
                "Revision 'c' was applied above 'b', and its file puts it above 'a' now (<folder>/c.sql:1). Undo the"
                        + " edit, or run 'instar accept c' if what is applied is what the file says now.";

        assertRefused(refusal);
        assertRefusal(() -> scene.instar().downgrade(Target.parse("a"), Trigger.COMMAND), refusal);
        assertThat(scene.instar().status().edited()).hasToString("[c]");

        scene.instar().accept(List.of(Target.parse("c")), Trigger.COMMAND);
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void aFileThatIsInsertedBelowIsAGapAndMovesNothing() {
        scene.revision("n.sql", "-- @revision n\n-- @revises b\nCREATE TABLE n (id int);")
                .revision("c.sql", "-- @revision c\n-- @revises n\nCREATE TABLE c (id int);");

        assertThat(scene.instar().plan(Target.HEADS))
                .hasToString("+ n  N  (gap: inserted below an applied revision)\n+ d  D");
        assertThat(scene.upgrade()).isPresent();
        assertThat(scene.upgrade()).isEmpty();
    }

    @Test
    void aFileThatWasRemovedIsMissedByThoseAboveIt() throws IOException {
        Files.delete(folder.resolve("b.sql"));

        assertRefused(
                "Revision 'c' revises 'b', which no file declares (<folder>/c.sql:1). Did you mean 'a', 'c' or 'd'?");
    }

    @Test
    void aFileThatWasRemovedAndHasNoneAboveItIsNamed() throws IOException {
        Files.delete(folder.resolve("c.sql"));
        scene.revision("d.sql", "-- @revision d\n-- @revises b\nCREATE TABLE d (id int);");
        Instar strict = new Instar(
                scene.database().dataSource(),
                new InstarSettings(
                        List.of("file:" + folder),
                        TableNames.DEFAULT,
                        Duration.ZERO,
                        OnUnknownRevision.FAIL,
                        "test",
                        null));
        remember();

        assertRefusal(
                () -> strict.upgrade(Target.HEADS, Trigger.STARTUP),
                "Revisions are applied that no file explains: 'c' C. Start the newer build, bring the files back, or set"
                        + " 'instar.on-unknown-revision=warn'.");
    }

    @Test
    void namesEveryRowThatInstarCannotHaveWritten() {
        scene.sql("ALTER TABLE migration_history DROP CONSTRAINT migration_history_status_check");
        scene.sql("UPDATE migration_history SET migration_number = 'a; drop', status = 'done', revises = 'x,,y'"
                + " WHERE id = 1");
        scene.sql("UPDATE migration_history SET rollback_at = now() WHERE id = 2");
        scene.sql("UPDATE migration_history SET status = 'rolled_back' WHERE id = 3");

        assertRefused(
                "The table migration_history holds what Instar cannot have written. In row 1 of revision 'a; drop': its"
                        + " status is 'done', and no revision can have the id 'a; drop', and no revision can have the id '';"
                        + " row 2 of revision 'b': it is 'applied' and has a 'rollback_at'; row 3 of revision 'c': it is"
                        + " 'rolled_back' and has no 'rollback_at'. Put these rows back to what they were; the journal tells"
                        + " what was applied and undone.");
    }

    @Test
    void aChecksumThatWasEditedIsTakenForAnEditOfTheFile() {
        scene.sql("UPDATE migration_history SET checksum = 'x' WHERE migration_number = 'c'");

        assertRefused(
                "Revision 'c' is applied, and its upgrade was edited since (<folder>/c.sql:1). Undo the edit, or run"
                        + " 'instar accept c' if what is applied is what the file says now.");
    }

    @Test
    void parentsThatWereEditedAreHeldAgainstTheFile() {
        scene.sql("UPDATE migration_history SET revises = 'c' WHERE migration_number = 'b'");

        assertRefused(
                "Revision 'b' was applied above 'c', and its file puts it above 'a' now (<folder>/b.sql:1). Undo the"
                        + " edit, or run 'instar accept b' if what is applied is what the file says now.");
    }

    @Test
    void rowsThatWereTakenOutOrGivenToSomebodyElseAreMissed() {
        scene.sql("DELETE FROM migration_history WHERE migration_number = 'a'");
        scene.sql("UPDATE migration_history SET migration_number = 'z' WHERE migration_number = 'c'");

        assertRefused(
                "Rows were taken out of the table public.migration_history. In public.migration_journal there is still"
                        + " revision 'a' (applied, says line 4), revision 'c' (applied, says line 8). Put these rows back, or"
                        + " let 'instar stamp' record anew what is applied.");

        scene.instar().stamp(List.of(Target.parse("c")), false, Trigger.COMMAND);
        scene.sql("DELETE FROM migration_history WHERE migration_number = 'z'");
        assertThat(scene.upgrade()).isPresent();
        scene.instar().downgrade(Target.parse("b"), Trigger.COMMAND);
        scene.sql("DELETE FROM migration_history WHERE status = 'rolled_back'");
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void aTableThatIsGoneIsMissedAndNothingIsCreatedInItsPlace() {
        scene.sql("ALTER TABLE migration_history RENAME TO away");
        assertMissing("relation \"public.migration_history\" does not exist (SQLSTATE 42P01)");
        scene.sql("ALTER TABLE away RENAME TO migration_history");
        scene.sql("ALTER TABLE migration_journal RENAME TO away");
        assertMissing("relation \"migration_history\" already exists (SQLSTATE 42P07)");
    }

    @Test
    void whatATriggerOrARuleKeepsOutOfTheTablesIsNotCommitted() {
        scene.sql("CREATE FUNCTION keep_out() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
        for (String table : List.of("migration_history", "migration_journal")) {
            scene.sql("CREATE TRIGGER t BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION keep_out()".formatted(table));
            assertKeptOut(table);
            scene.sql("DROP TRIGGER t ON " + table);
        }
        scene.sql("CREATE RULE r AS ON INSERT TO migration_journal DO INSTEAD NOTHING");
        assertKeptOut("migration_journal");
        scene.sql("DROP RULE r ON migration_journal");
        assertThat(scene.upgrade()).isPresent();
    }

    private void assertKeptOut(String table) {
        InstarException refused = catchThrowableOfType(InstarException.class, scene::upgrade);
        assertThat(refused)
                .hasMessage(
                        "The server did not keep a row that was written to public.%s, as a trigger or a rule makes it"
                                        .formatted(table)
                                + " do. Take that off the table, and look whether the history has the revision that was run last"
                                + " before you start again.");
        assertThat(scene.value("SELECT to_regclass('d') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void aTableThatWouldNotKeepOrShowWhatIsWrittenThereIsRefused() {
        scene.sql("ALTER TABLE migration_history SET UNLOGGED");
        assertUnsafe("migration_history is unlogged, and a crash of the server empties it");
        scene.sql("ALTER TABLE migration_history SET LOGGED");
        scene.sql("CREATE TABLE heir () INHERITS (migration_history)");
        scene.sql("ALTER TABLE migration_journal DROP CONSTRAINT migration_journal_pkey");
        assertUnsafe("migration_history shows rows of other tables that inherit from it, and migration_journal has no"
                + " primary key, as in the middle of a restore");
        scene.sql("DROP TABLE heir");
        scene.sql("ALTER TABLE migration_journal RENAME TO lines");
        scene.sql("CREATE VIEW migration_journal AS SELECT * FROM lines");
        assertUnsafe("migration_journal is no ordinary table");
    }

    @Test
    void rowsThatAPolicyHidesAreNotTakenForRevisionsThatAreNotApplied() {
        String user = "guest_" + scene.database().name();
        scene.sql("CREATE ROLE %s LOGIN; GRANT ALL ON ALL TABLES IN SCHEMA public TO %1$s".formatted(user));
        scene.sql("ALTER TABLE migration_history ENABLE ROW LEVEL SECURITY");
        remember();
        assertRefusal(
                () -> scene.instar(scene.database().dataSourceAs(user)).upgrade(Target.HEADS, Trigger.STARTUP),
                unsafe("migration_history has policies that may hide rows from this user"));
    }

    private void assertUnsafe(String odd) {
        assertRefused(unsafe(odd));
    }

    private static String unsafe(String odd) {
        return "What is written down in Instar's own tables is not safe there: %s. Make it an ordinary table again, of"
                        .formatted(odd)
                + " which this user sees every row, and start again.";
    }

    @Test
    void tablesWithoutAnyRowAreNotTakenForAnEmptyDatabase() {
        scene.sql("TRUNCATE migration_history, migration_journal");
        assertRefused(
                "There is not one row in public.migration_history and public.migration_journal: they were emptied,"
                        + " or restored without their rows. Put the rows back, let 'instar stamp' record what is applied, or"
                        + " drop both tables if nothing is.");

        scene.instar().stamp(List.of(Target.parse("c")), false, Trigger.COMMAND);
        assertThat(scene.upgrade()).isPresent();
    }

    @Test
    void aSequenceThatWasLeftBehindIsNamed() {
        scene.sql("ALTER TABLE migration_journal ALTER id RESTART");
        assertThat(catchThrowableOfType(InstarException.class, scene::upgrade))
                .hasMessageContaining("violates unique constraint \"migration_journal_pkey\" (SQLSTATE 23505)")
                .hasMessageEndingWith(
                        "Set the sequences of Instar's tables behind their rows, where replication or a copy"
                                + " of the rows left them.");
    }

    @Test
    void namesThatPostgreSqlWouldCutOffAreRefused() {
        String longest = "h".repeat(50);
        assertThat(new TableNames("s", longest, "j").fingerprints()).hasSize(63);
        assertThat(catchThrowableOfType(InstarException.class, () -> new TableNames("s", longest + "h", "j")))
                .hasMessage(
                        "PostgreSQL keeps 63 bytes of a name, and '%sh_fingerprints' is longer. Choose shorter names"
                                        .formatted(longest)
                                + " for Instar's tables and their schema.");
    }

    private void assertMissing(String said) {
        InstarException refused = catchThrowableOfType(InstarException.class, scene::upgrade);
        assertThat(refused)
                .hasMessageEndingWith("refused what Instar asked for itself: ERROR: " + said + ". Bring back the one of"
                        + " Instar's tables that is missing, drop the others if the database was emptied, or set both"
                        + " 'instar.history-table' and 'instar.journal-table' if they are another service's.");
        assertThat(scene.value("SELECT to_regclass('d') IS NULL", Boolean.class))
                .isTrue();
    }

    private void assertRefused(String message) {
        remember();
        assertRefusal(scene::upgrade, message);
    }

    private void remember() {
        before = everything();
    }

    private void assertRefusal(Runnable run, String message) {
        InstarException refused = catchThrowableOfType(InstarException.class, run::run);
        assertThat(refused.getMessage().replace(folder.toString(), "<folder>")).isEqualTo(message);
        assertThat(everything()).isEqualTo(before);
    }

    /** The tables, and each row of the two that are Instar's. */
    private List<String> everything() {
        return scene.values("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                + " UNION ALL SELECT h::text FROM migration_history h"
                + " UNION ALL SELECT j::text FROM migration_journal j ORDER BY 1");
    }
}
