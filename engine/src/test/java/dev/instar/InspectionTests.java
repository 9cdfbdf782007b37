package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.history.HalfDoneException;
import dev.instar.revision.Problem;
import dev.instar.revision.expression.Target;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void missesNothingBeyondTheTarget() throws IOException {
        write("a", "base");
        write("b", "a");
        Instar instar = instar("a");
        assertThat(problems(instar)).containsExactly("The database lacks 'a'. Run 'instar upgrade a' to apply them.");

        instar.upgrade(Target.parse("a"), Trigger.STARTUP);

        assertThat(problems(instar)).isEmpty();
        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(problems(instar("heads")))
                .containsExactly("The database lacks 'b'. Run 'instar upgrade' to apply them.");
    }

    @Test
    void namesTheCommandThatClosesAGapBeyondTheTarget() throws IOException {
        write("a", "base");
        write("c", "a");
        instar("heads").upgrade(Target.HEADS, Trigger.COMMAND);
        write("b", "a");
        write("c", "b");
        String gap = "Revision 'b' is a gap: it is not applied, although something that needs it is (b.sql:1).";

        assertThat(problems(instar("heads"))).containsExactly(gap + " Run 'instar upgrade' to close it.");
        assertThat(problems(instar("c"))).containsExactly(gap + " Run 'instar upgrade c' to close it.");
        assertThat(problems(instar("a"))).containsExactly(gap + " Run 'instar upgrade b' to close it.");

        instar("a").upgrade(Target.parse("b"), Trigger.COMMAND);
        assertThat(problems(instar("a"))).isEmpty();
    }

    @Test
    void findsWhatIsHalfDoneInTheWordsOfTheRefusal() throws IOException {
        write("a", "base");
        Instar instar = instar("heads");
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        database.client().sql("CREATE VIEW v AS TABLE a").update();
        Files.writeString(
                folder.resolve("a.sql"),
                "-- @revision a\n-- @revises base\nCREATE TABLE a ();\n-- @downgrade\nVACUUM a;\nDROP TABLE a;");
        assertThatThrownBy(() -> instar("heads").downgrade(Target.BASE, Trigger.COMMAND))
                .isInstanceOf(StepFailedException.class);

        assertThatThrownBy(() -> instar.upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(HalfDoneException.class)
                .hasMessage(String.join(" ", problems(instar)));
    }

    private List<String> problems(Instar instar) {
        return instar.check().stream()
                .map(Problem::toString)
                .map(text -> text.replace(folder + "/", ""))
                .toList();
    }

    private Instar instar(String target) {
        return new Instar(
                database.dataSource(),
                InstarSettings.DEFAULT.withLocations("file:" + folder).withTarget(Target.parse(target)));
    }

    private void write(String id, String parent) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- @revision %1$s\n-- @revises %2$s\nCREATE TABLE %1$s ();\n-- @downgrade\nDROP TABLE %1$s;"
                        .formatted(id, parent));
    }
}
