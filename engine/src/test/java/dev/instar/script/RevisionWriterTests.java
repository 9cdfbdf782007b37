package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionWriterTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:34:56Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void writesAFileThatSaysAllOfItself() {
        write("001", List.of(), "First");

        Path file = writer().write(new NewRevision(
                id("7c1f0a2b"), List.of(id("001")), List.of(id("001")), "accounts", " Ünion of\n users & more! "));

        assertThat(file)
                .isEqualTo(folder.resolve("202611210234_7c1f0a2b_union_of_users_more.sql"))
                .hasContent("""
                -- @revision   7c1f0a2b
                -- @revises    001
                -- @message    Ünion of users & more!
                -- @label      accounts
                -- @depends-on 001

                -- @upgrade


                -- @downgrade

                """);
        assertThat(writer().graph().heads()).containsExactly(id("7c1f0a2b"));
    }

    @Test
    void writesAMergeWithoutSections() {
        write("a", List.of(), "First");
        write("b", List.of(), "Second");

        assertThat(write("m", List.of(id("a"), id("b")), "Merge a and b"))
                .content()
                .endsWith("Merge a and b\n");
        assertThat(Revisions.read(List.of("file:" + folder))
                        .script(id("m"))
                        .revision()
                        .reversible())
                .isTrue();
    }

    @Test
    void aSectionThatNobodyFilledInIsNoDowngrade() throws IOException {
        Path file = write("a", List.of(), "First");
        Files.writeString(file, Files.readString(file).replace("-- @upgrade\n", "-- @upgrade\nCREATE TABLE a ();"));
        assertThat(reversible("a")).isFalse();

        Files.writeString(file, Files.readString(file) + "-- nothing to undo\n");
        assertThat(reversible("a")).isTrue();
    }

    @Test
    void makesUpIdsOfTheWantedLength() {
        Path file = write(null, List.of(), "First");
        assertThat(file.getFileName().toString()).matches("202611210234_[0-9a-f]{8}_first\\.sql");

        FileNaming naming = new FileNaming("{yyyy}-{slug}-{rev}.sql", 5);
        Path other = new RevisionWriter(folder, List.of(), RevisionOptions.NONE, naming, CLOCK)
                .write(new NewRevision(null, List.of(), List.of(), null, "漢字"));
        assertThat(other.getFileName().toString()).matches("2026--[0-9a-f]{5}\\.sql");
    }

    @Test
    void refusesWhatWouldBreakTheGraphAndWritesNothing() {
        write("a", List.of(), "First");

        assertRefused(
                new NewRevision(id("a"), List.of(), List.of(), null, "Again"),
                "Revision 'a' is declared more than once, first in %1$s/202611210234_a_first.sql:1"
                        + " (%1$s/202611210234_a_again.sql:1). Give one of them another id.");
        assertRefused(
                new NewRevision(id("b"), List.of(id("a")), List.of(id("gone")), null, "More"),
                "Revision 'b' depends on 'gone', which no file declares (%1$s/202611210234_b_more.sql:1).");
        assertRefused(
                new NewRevision(id("b"), List.of(id("a")), List.of(), "a", "More"),
                "The label 'a' of revision 'b' is also the id of a revision (%1$s/202611210234_b_more.sql:1).");
        assertRefused(
                new NewRevision(id("b"), List.of(id("a")), List.of(), null, " "),
                "The message of a revision is empty.");
    }

    @Test
    void neverOverwritesAndLeavesNothingBehind() throws IOException {
        Files.writeString(folder.resolve("202611210234_b_more.sql"), "-- @revision c\n-- @revises base\n");

        assertRefused(
                new NewRevision(id("b"), List.of(id("c")), List.of(), null, "More"),
                "There is a file '%1$s/202611210234_b_more.sql' already.");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        RevisionWriter elsewhere =
                new RevisionWriter(folder.resolve("gone"), List.of(), RevisionOptions.NONE, FileNaming.DEFAULT, CLOCK);

        assertThatThrownBy(() -> elsewhere.write(new NewRevision(null, List.of(), List.of(), null, "First")))
                .hasMessage("There is no folder '%s/gone'. Create it, or name another one for new revisions."
                        .formatted(folder));
    }

    @Test
    void aModuleMayHaveAnotherRevisionInAFileOfTheSameName(@TempDir Path module) throws IOException {
        Files.writeString(module.resolve("001_init.sql"), "-- @revision core1\n-- @revises base");
        Files.writeString(folder.resolve("001_init.sql"), "-- @revision shop1\n-- @revises core1");

        RevisionWriter writer =
                new RevisionWriter(folder, List.of("file:" + module), RevisionOptions.NONE, FileNaming.DEFAULT, CLOCK);

        assertThat(writer.graph().heads()).containsExactly(id("shop1"));
    }

    @Test
    void theFolderStandsForItsCopyInALocation(@TempDir Path copy) throws IOException {
        Path file = write("a", List.of(), "First");
        Files.copy(file, copy.resolve(file.getFileName()));
        write("b", List.of(id("a")), "Second");

        RevisionWriter writer =
                new RevisionWriter(folder, List.of("file:" + copy), RevisionOptions.NONE, FileNaming.DEFAULT, CLOCK);

        assertThat(writer.graph().heads()).containsExactly(id("b"));
    }

    @Test
    void refusesNamesThatMakeNoSense() {
        assertThatThrownBy(() -> new FileNaming("{rev}.txt", 8)).hasMessageContaining("'{rev}.txt' is not a name");
        assertThatThrownBy(() -> new FileNaming("{rev}.sql", 2)).hasMessageContaining("Ids cannot have 2 digits.");
        assertThatThrownBy(() -> new RevisionWriter(
                                folder, List.of(), RevisionOptions.NONE, new FileNaming("{nonsense}.sql", 8), CLOCK)
                        .write(new NewRevision(null, List.of(), List.of(), null, "First")))
                .isInstanceOf(InstarException.class)
                .hasMessageStartingWith("'{nonsense}' in '{nonsense}.sql' is neither '{rev}' nor '{slug}'");
    }

    @Test
    void refusesANameThatWouldHideTheFile() {
        FileNaming naming = new FileNaming("{slug}.sql", 8);
        RevisionWriter writer = new RevisionWriter(folder, List.of(), RevisionOptions.NONE, naming, CLOCK);

        assertThatThrownBy(() -> writer.write(new NewRevision(id("a"), List.of(), List.of(), null, "Добавить")))
                .isInstanceOf(InstarException.class)
                .hasMessage("With '{slug}.sql' the file would be called '.sql', and hidden files are not read."
                        + " Let the name begin with '{rev}' or the time, as in '{yyyyMMddHHmm}_{rev}_{slug}.sql'.");
        assertThat(files()).isEmpty();
    }

    private void assertRefused(NewRevision revision, String beginning) {
        List<Path> before = files();
        assertThatThrownBy(() -> writer().write(revision))
                .isInstanceOf(InstarException.class)
                .hasMessageStartingWith(beginning.formatted(folder));
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean reversible(String id) {
        return Revisions.read(List.of("file:" + folder))
                .script(id(id))
                .revision()
                .reversible();
    }

    private Path write(@Nullable String id, List<RevisionId> revises, String message) {
        return writer().write(new NewRevision(id == null ? null : id(id), revises, List.of(), null, message));
    }

    private RevisionWriter writer() {
        return new RevisionWriter(folder, List.of("file:" + folder), RevisionOptions.NONE, FileNaming.DEFAULT, CLOCK);
    }

    private static RevisionId id(String id) {
        return new RevisionId(id);
    }
}
