package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.revision.InstarException;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionsTests {

    @TempDir
    Path folder;

    @Test
    void plainNumberedFilesFollowEachOtherByNumber() throws IOException {
        write("1_first.sql", "SELECT 1;");
        write("2_second_thing.sql", "SELECT 2;");
        write("10_tenth.sql", "SELECT 10;");

        assertThat(read("1").isRoot()).isTrue();
        assertThat(read("2").message()).isEqualTo("Second thing");
        assertThat(read("2").revises()).containsExactly(new RevisionId("1"));
        assertThat(read("10").revises()).containsExactly(new RevisionId("2"));
    }

    @Test
    void headersCanBeAddedFileByFile() throws IOException {
        write("001_first.sql", "SELECT 1;");
        write("002_second.sql", "-- @message Said better\n-- @label main\nSELECT 2;");
        write("202601011200_7c1f0a2b_third.sql", "-- @revision 7c1f0a2b\n-- @revises 002\nSELECT 3;");
        write("003_fourth.sql", "SELECT 4;");

        assertThat(read("002").message()).isEqualTo("Said better");
        assertThat(read("002").label()).isEqualTo("main");
        assertThat(read("7c1f0a2b").revises()).containsExactly(new RevisionId("002"));
        assertThat(read("003").revises()).containsExactly(new RevisionId("002"));
    }

    @Test
    void readsMergesAndDependencies() throws IOException {
        write("a.sql", "-- @revision a\n-- @revises base\n");
        write("b.sql", "-- @revision b\n-- @revises base\n-- @depends-on a\n");
        write("m.sql", "-- @revision m\n-- @revises a, b\n-- @message Merge\n");

        assertThat(read("m").revises()).containsExactly(new RevisionId("a"), new RevisionId("b"));
        assertThat(read("b").dependsOn()).containsExactly(new RevisionId("a"));
    }

    @Test
    void editedCommentsAndWhiteSpaceDoNotChangeTheChecksum() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;");
        Revision before = read("001");

        write("001_first.sql", "-- why\ncreate  table a\n (id INT) ;\n-- @downgrade\nDROP TABLE IF EXISTS a;");
        assertThat(read("001").checksum()).isEqualTo(before.checksum());

        write("001_first.sql", "CREATE TABLE a (id bigint);\n-- @downgrade\nDROP TABLE a;");
        assertThat(read("001").checksum()).isNotEqualTo(before.checksum());
    }

    @Test
    void filesWithOtherLineEndsMeanTheSame() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\n-- @downgrade\nDROP TABLE a;");
        Revision unix = read("001");

        write("001_first.sql", "\uFEFFCREATE TABLE a (id int);\r\n-- @downgrade\r\nDROP TABLE a;\r\n");

        assertThat(read("001").checksum()).isEqualTo(unix.checksum());
        assertThat(revisions().script(new RevisionId("001")).downgradeSql()).isEqualTo("DROP TABLE a;");

        write("001_first.sql", "CREATE TABLE a (id int);\r-- @downgrade\rDROP TABLE a;\r");

        assertThat(read("001").checksum()).isEqualTo(unix.checksum());
        assertThat(revisions().script(new RevisionId("001")).downgradeSql()).isEqualTo("DROP TABLE a;");
    }

    @Test
    void findsRevisionsOnTheClassPath() {
        Revisions revisions = Revisions.read(List.of("classpath:revisions"));

        assertThat(revisions.graph().inOrder())
                .extracting(revision -> revision.origin().toString())
                .containsExactly("revisions/001_first.sql:1", "revisions/more/more.sql:1");
    }

    @Test
    void namesAFolderThatDoesNotExist() {
        assertProblems(
                List.of("file:" + folder + "/nowhere"),
                "There is no folder 'file:%s/nowhere'.".formatted(folder),
                "Create it, or correct 'instar.locations'.");
    }

    @Test
    void theFolderByConventionMayBeMissing() {
        assertThat(Revisions.read(List.of(Revisions.CONVENTIONAL_LOCATION))
                        .graph()
                        .size())
                .isZero();
    }

    @Test
    void namesAFileThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("001_gone.sql"), folder.resolve("elsewhere.sql"));

        assertProblems(
                "The file '%s/001_gone.sql' cannot be read: it leads to nothing that can be opened.".formatted(folder),
                "Make it a UTF-8 text that the service's user may read, or take it out of the folder.");
    }

    @Test
    void namesAFileThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("001_latin.sql"), "SELECT 'é';".getBytes(StandardCharsets.ISO_8859_1));

        assertProblems(
                "The file '%s/001_latin.sql' cannot be read: it is not UTF-8.".formatted(folder),
                "Make it a UTF-8 text that the service's user may read, or take it out of the folder.");
    }

    @Test
    void suggestsTheDirectiveThatWasMeant() throws IOException {
        write("001_first.sql", "-- @mesage Hello\nSELECT 1;");

        assertProblems(
                "There is no directive '-- @mesage' (%s/001_first.sql:1).".formatted(folder),
                "Did you mean '@message'?");
    }

    @Test
    void namesBothFilesOfOneRevision() throws IOException {
        write("001_first.sql", "SELECT 1;");
        write("other.sql", "\n-- @revision 001\n-- @revises base\nSELECT 1;");

        assertProblems(
                "Revision '001' is declared more than once, first in %1$s/001_first.sql:1 (%1$s/other.sql:2)."
                        .formatted(folder),
                "Give one of them another id.");
    }

    @Test
    void refusesTransactionControlBeforeAnythingRuns() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\nCOMMIT;");

        assertProblems(
                "The statement 'COMMIT' would end the transaction that the revision runs in (%s/001_first.sql:2)."
                        .formatted(folder),
                "Take it out: every revision is committed as a whole, with its row in the history.");
    }

    @Test
    void refusesToGiveBackTheLockBeforeAnythingRuns() throws IOException {
        write("001_first.sql", "CREATE TABLE a (id int);\nDISCARD ALL;");

        assertProblems(
                "'DISCARD ALL' would give back the migration lock in the middle of a run (%s/001_first.sql:2)."
                        .formatted(folder),
                "Take it out: a run has a session of its own, and leaves nothing behind in it.");
    }

    @Test
    void reportsAllProblemsOfAllFilesTogether() throws IOException {
        write("001_first.sql", "-- @upgarde\nSELECT 'unfinished");
        write("no number.sql", "SELECT 1;");
        write("x.sql", "-- @revision a-b\n-- @revises base");
        write("y.sql", "-- @revision y\nSELECT 1;");

        assertThatThrownBy(this::revisions)
                .isInstanceOfSatisfying(
                        InvalidRevisionsException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(problem -> problem.what())
                                .contains(
                                        "There is no directive '-- @upgarde'",
                                        "The id 'a-b' contains '-'.",
                                        "The file '%s/no number.sql' does not say which revision it is"
                                                .formatted(folder),
                                        "Revision 'y' does not say what it revises"));
    }

    private void assertProblems(String description, String action) {
        assertProblems(List.of("file:" + folder), description, action);
    }

    private static void assertProblems(List<String> locations, String description, String action) {
        assertThatThrownBy(() -> Revisions.read(locations)).isInstanceOfSatisfying(InstarException.class, failure -> {
            assertThat(failure.description()).isEqualTo(description);
            assertThat(failure.action()).isEqualTo(action);
        });
    }

    private Revision read(String id) {
        Revision revision = revisions().graph().find(new RevisionId(id));
        assertThat(revision).as("revision %s", id).isNotNull();
        return revision;
    }

    private Revisions revisions() {
        return Revisions.read(List.of("file:" + folder));
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
