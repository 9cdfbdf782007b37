package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.revision.InvalidRevisionsException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderProblemsTests {

    @TempDir
    Path folder;

    @Test
    void namesAFileWhoseEndingIsInAnotherCase() {
        folder().write("001_a.SQL", "SELECT 1;").write("002_a.sql", "SELECT 1;").write("003_a.txt", "no SQL");

        assertThat(folder().problems())
                .containsExactly("The file '001_a.SQL' is not read, because its name ends in '.SQL'."
                        + " Rename it, so that it ends in '.sql'.");
    }

    @Test
    void namesAFileOnTheClassPathWhoseEndingIsInAnotherCase() {
        assertThatThrownBy(() -> Revisions.read(List.of("classpath:wrong-ending")))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessage("The file 'wrong-ending/more/001_a.Sql' is not read, because its name ends in '.Sql'."
                        + " Rename it, so that it ends in '.sql'.");
    }

    @Test
    void namesTheLinkThatLeadsBack() throws IOException {
        folder().write("001_a.sql", "SELECT 1;").write("more/r.txt", "");
        Files.createSymbolicLink(folder.resolve("more/back"), folder);

        assertThat(folder().problems())
                .containsExactly("The link 'more/back' leads back to a folder that it is in."
                        + " Take it out, or let it lead somewhere else.");
    }

    @Test
    void namesTheLinkToItself() throws IOException {
        Files.createSymbolicLink(folder.resolve("002_x.sql"), folder.resolve("002_x.sql"));

        assertThat(folder().problems())
                .singleElement()
                .asString()
                .startsWith("The file '002_x.sql' cannot be read: ")
                .endsWith(". Make it a UTF-8 text that the service's user may read, or take it out of the folder.")
                .doesNotContain("Exception");
    }

    @Test
    @Timeout(60)
    void refusesAPipeInsteadOfWaitingForIt() throws Exception {
        Process process =
                new ProcessBuilder("mkfifo", folder.resolve("002_x.sql").toString()).start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(folder().problems())
                .containsExactly("The file '002_x.sql' cannot be read: it is not a regular file."
                        + " Make it a UTF-8 text that the service's user may read, or take it out of the folder.");
    }

    @Test
    void saysWhyInWords() {
        assertThat(UnreadableFile.reason(new AccessDeniedException("/x"))).isEqualTo("permission denied");
        assertThat(UnreadableFile.reason(new MalformedInputException(1))).isEqualTo("it is not UTF-8");
        assertThat(UnreadableFile.reason(new FileSystemException("/x", null, "Is a directory")))
                .isEqualTo("is a directory");
        assertThat(UnreadableFile.reason(new FileSystemException("/x"))).isEqualTo("the system does not say why");
    }

    private RevisionFolder folder() {
        return new RevisionFolder(folder);
    }
}
