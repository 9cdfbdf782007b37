package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.SpringProperties;

/** What is found on the class path when an application is built ahead of time, and what becomes of that. */
class RevisionIndexTests {

    private static final String AOT = "spring.aot.enabled";

    @TempDir
    Path root;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader loader = new URLClassLoader(new URL[0]);

    @BeforeEach
    void useTheFolderAsClassPath() throws IOException {
        Files.createDirectories(root.resolve("db/shop/more"));
        Files.writeString(root.resolve("db/shop/001_first.sql"), "SELECT 1;");
        Files.writeString(root.resolve("db/shop/more/002 second+1.sql"), "-- @revision 002\n-- @revises 001");
        loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
    }

    @AfterEach
    void forget() throws IOException {
        SpringProperties.setProperty(AOT, null);
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }

    @Test
    void namesEveryFileOfTheFoldersOnTheClassPath() {
        assertThat(RevisionIndex.of(List.of("classpath:/db/shop", "file:" + root, "classpath:nowhere"))
                        .toString())
                .isEqualTo("""
                        db/shop/:
                        db/shop/001_first.sql
                        db/shop/more/002 second+1.sql
                        """);
    }

    /** As editors leave them in a folder of resources, and a build takes them along. */
    @Test
    void namesNothingThatIsHidden() throws IOException {
        Files.createDirectories(root.resolve("db/shop/.history"));
        Files.writeString(root.resolve("db/shop/.history/001_first.sql"), "SELECT 0;");
        Files.writeString(root.resolve("db/shop/.#001_first.sql"), "SELECT");

        assertThat(RevisionIndex.of(List.of("db/shop")).files())
                .containsExactly("db/shop/001_first.sql", "db/shop/more/002 second+1.sql");
        assertThat(ids("db/shop")).containsExactly("001", "002");
    }

    @Test
    void isWhatIsReadOfAnApplicationBuiltAheadOfTime() throws IOException {
        write(RevisionIndex.of(List.of("db/shop")).toString());
        Files.writeString(root.resolve("db/shop/003_later.sql"), "SELECT 1;");
        SpringProperties.setFlag(AOT);

        assertThat(ids("db/shop")).containsExactly("001", "002");
    }

    /** The name of the location stands once more at the end of that of a folder in it, and is a folder's again. */
    @Test
    void namesFilesBelowFoldersThatAreCalledLikeTheLocation() throws IOException {
        Files.createDirectories(root.resolve("sql/postgresql"));
        Files.createDirectories(root.resolve("sql/old/sql"));
        Files.writeString(root.resolve("sql/postgresql/001_first.sql"), "SELECT 1;");
        Files.writeString(root.resolve("sql/old/sql/002_second.sql"), "-- @revision 002\n-- @revises 001");

        write(RevisionIndex.of(List.of("sql")).toString());
        SpringProperties.setFlag(AOT);

        assertThat(RevisionIndex.of(List.of("sql")).files())
                .containsExactly("sql/old/sql/002_second.sql", "sql/postgresql/001_first.sql");
        assertThat(ids("sql")).containsExactly("001", "002");
    }

    @Test
    void namesAFileThatIsThereNoMore() throws IOException {
        write("db/shop/:\ndb/shop/000_gone.sql\ndb/shop/001_first.sql\n");
        SpringProperties.setFlag(AOT);

        assertThatThrownBy(() -> ids("db/shop"))
                .hasMessage("The file 'db/shop/000_gone.sql' was there when the application was built, and is not now."
                        + " Build the application anew.");
    }

    @Test
    void isNotAskedByAnyOtherApplication() throws IOException {
        write("db/shop/:\n");

        assertThat(ids("db/shop")).containsExactly("001", "002");
    }

    @Test
    void isNotAskedAboutAFolderThatNobodyLookedInto() throws IOException {
        write("db/other/:\n");
        SpringProperties.setFlag(AOT);

        assertThat(ids("db/shop")).containsExactly("001", "002");
    }

    private void write(String index) throws IOException {
        Path file = root.resolve(RevisionIndex.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, index);
    }

    private static List<String> ids(String location) {
        return Revisions.read(List.of(location), RevisionOptions.NONE).graph().inOrder().stream()
                .map(revision -> revision.id().value())
                .toList();
    }
}
