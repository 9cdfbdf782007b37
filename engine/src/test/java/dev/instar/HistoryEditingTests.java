package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.plan.Stamp;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.Problem;
import dev.instar.revision.Revision;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.revision.expression.Target;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryEditingTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void stampsSeveralHeadsAndKeepsAll() throws IOException {
        write("a.sql", "-- @revision a\n-- @revises base\nCREATE TABLE a ();");
        write("b.sql", "-- @revision b\n-- @revises base\nCREATE TABLE b ();");
        write("c.sql", "-- @revision c\n-- @revises a\nCREATE TABLE c ();");

        assertThat(stamp("b", "c").added()).extracting(Revision::id).hasToString("[a, b, c]");

        assertThat(instar().status().position().current()).hasToString("[b, c]");
        assertThat(events()).containsExactly("format", "stamped", "stamped", "stamped");
        assertThat(stamp("b", "c").isEmpty()).isTrue();
        assertThat(instar().stamp(List.of(Target.parse("a")), true, Trigger.COMMAND)
                        .removed())
                .extracting(Revision::id)
                .hasToString("[c, b]");
        assertThat(instar().status().position().current()).hasToString("[a]");
    }

    @Test
    void acceptsWhatWasEdited() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);");
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        write("001_first.sql", "CREATE TABLE a (id integer);\n-- @downgrade\nDROP TABLE a;");
        assertThatThrownBy(() -> instar().upgrade(Target.HEADS, Trigger.COMMAND))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessageContaining("instar accept 001");

        assertThat(accept("001")).extracting(Revision::id).hasToString("[001]");

        assertThat(accept("001")).isEmpty();
        assertThat(instar().upgrade(Target.HEADS, Trigger.COMMAND)).isEmpty();
        assertThat(events()).endsWith("accepted");
        assertThat(database.client()
                        .sql("SELECT downgrade_sql FROM migration_history")
                        .query(String.class)
                        .single())
                .isEqualTo("DROP TABLE a;");
    }

    @Test
    void acceptsWhatWasEditedAlsoWhileItIsHalfUndone() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;\nVACUUM;\nSELECT 1 / 0;");
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        assertThatThrownBy(() -> instar().downgrade(Target.BASE, Trigger.COMMAND))
                .isInstanceOf(StepFailedException.class);
        write("001_first.sql", "CREATE TABLE a (id bigint);\n-- @downgrade\nDROP TABLE a;\nVACUUM;");

        assertThat(accept("001")).extracting(Revision::id).hasToString("[001]");

        instar().downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(instar().status().position().applied()).isEmpty();
    }

    @Test
    void acceptsNothingThatIsNotApplied() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);");

        assertThatThrownBy(() -> accept("001"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageStartingWith("Nothing of '001' is applied, so there is nothing to accept.");
        assertThat(database.client()
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void checksFilesAndDatabase() throws IOException {
        write("a.sql", "-- @revision a\n-- @revises base\nCREATE TABLE a ();\n-- @downgrade\nDROP TABLE a;");
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        assertThat(instar().check()).isEmpty();

        write("a.sql", "-- @revision a\n-- @revises base\nCREATE TABLE aa ();\n-- @irreversible for a reason");
        write("b.sql", "-- @revision b\n-- @revises base\nCREATE TABLE b ();");

        assertThat(instar().check())
                .extracting(Problem::toString)
                .map(text -> text.replace(folder + "/", ""))
                .containsExactly(
                        "There are 2 heads: 'a' and 'b'. Join them with 'instar merge a b'.",
                        "Revision 'b' has no downgrade and does not say why (b.sql:1)."
                                + " Add a '-- @downgrade' section, or a line '-- @irreversible <reason>'.",
                        "Revision 'a' is applied, and its upgrade was edited since (a.sql:1). Undo the edit, or run"
                                + " 'instar accept a' if what is applied is what the file says now.",
                        "The database lacks 'b'. Run 'instar upgrade' to apply them.");
        assertThat(instar().checkFiles()).hasSize(2);
    }

    private Stamp stamp(String... targets) {
        return instar().stamp(List.of(targets).stream().map(Target::parse).toList(), false, Trigger.COMMAND);
    }

    private List<Revision> accept(String target) {
        return instar().accept(List.of(Target.parse(target)), Trigger.COMMAND);
    }

    private List<String> events() {
        return database.client()
                .sql("SELECT event FROM migration_journal ORDER BY id")
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
