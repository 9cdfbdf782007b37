package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.revision.InstarException;
import dev.instar.revision.InvalidRevisionsException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationTests {

    @TempDir
    Path folder;

    @Test
    void readsAFileOnceThroughOverlappingLocations() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("shop/orders"));
        Files.writeString(inner.resolve("001_first.sql"), "SELECT 1;");
        Files.createSymbolicLink(folder.resolve("link"), inner);

        assertThat(origins("file:" + folder.resolve("shop"), "file:" + inner, "file:" + folder.resolve("link")))
                .containsExactly(folder + "/shop/orders/001_first.sql:1");
        assertThat(origins("file:" + folder.resolve("link"))).containsExactly(folder + "/link/001_first.sql:1");
    }

    @Test
    void readsAMountedVolumeThroughItsLinksAndNothingHidden() throws IOException {
        Path data = Files.createDirectories(folder.resolve("..2026_01_01"));
        Files.writeString(data.resolve("001_first.sql"), "SELECT 1;");
        Files.createSymbolicLink(folder.resolve("..data"), data);
        Files.createSymbolicLink(folder.resolve("001_first.sql"), folder.resolve("..data/001_first.sql"));
        Files.writeString(folder.resolve(".#002_unsaved.sql"), "SELECT");

        assertThat(origins("file:" + folder)).containsExactly(folder + "/001_first.sql:1");
    }

    @Test
    void keepsTheOrderOfTheLocations() throws IOException {
        for (String name : List.of("b", "a")) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name + "/r.sql"), "-- @revision %s\n-- @revises base".formatted(name));
        }

        assertThat(origins("file:" + folder.resolve("b"), "file:" + folder.resolve("a")))
                .containsExactly(folder + "/b/r.sql:1", folder + "/a/r.sql:1");
    }

    @Test
    void saysThatNothingIsExpandedInALocation() {
        assertThatThrownBy(() -> origins("file:~/migrations"))
                .isInstanceOf(InvalidRevisionsException.class)
                .hasMessage("There is no folder 'file:~/migrations'. Write its full name in 'instar.locations';"
                        + " '~', '$' and '*' mean nothing there.");
    }

    @Test
    void doesNotTakeNothingForTheFolderThatAProcessIsIn() {
        assertThatThrownBy(() -> origins("file:")).hasMessageStartingWith("There is no folder 'file:'.");
    }

    /** As 'größe' where no locale is set, or a question mark on Windows. */
    @Test
    void saysThatAFolderCannotHaveThatName() {
        assertThatThrownBy(() -> origins("file:/srv/\0"))
                .isInstanceOf(InstarException.class)
                .hasMessage("No folder can be named 'file:/srv/\0' here: Nul character not allowed. Correct"
                        + " 'instar.locations', or, where the name is not plain ASCII, set a locale for the process, such"
                        + " as 'LC_ALL=C.UTF-8'.");
    }

    @Test
    void understandsTheAddressOfAFolder() {
        assertThat(FileLocation.plain("///srv/db", '/')).isEqualTo("/srv/db");
        assertThat(FileLocation.plain("srv/db", '/')).isEqualTo("srv/db");
        assertThat(FileLocation.plain("/C:/db", '/')).isEqualTo("/C:/db");
        assertThat(FileLocation.plain("/C:/db", '\\')).isEqualTo("C:/db");
        assertThat(FileLocation.plain("///C:/db", '\\')).isEqualTo("C:/db");
        assertThat(FileLocation.plain("C:\\db", '\\')).isEqualTo("C:\\db");
        assertThat(FileLocation.plain("//server/db", '\\')).isEqualTo("//server/db");
    }

    @Test
    void doesNotTakeTheWholeClassPathForAFolder() {
        assertThatThrownBy(() -> origins("classpath:")).hasMessageStartingWith("There is no folder 'classpath:'.");
        assertThatThrownBy(() -> origins("classpath:/")).hasMessageStartingWith("There is no folder 'classpath:/'.");
    }

    @Test
    void readsJarsAndNothingHiddenAndTellsFilesOfTheSameNameApart() throws Exception {
        Path first = jar("first.jar", "-- @revision a\n-- @revises base");
        Path second = jar("second.jar", "-- @revision a\n-- @revises base");

        assertThat(within(List.of(first), () -> origins("classpath:db/shop"))).containsExactly("db/shop/more/r.sql:1");
        assertThatThrownBy(() -> within(List.of(first, second), () -> origins("classpath:/db/shop/")))
                .hasMessage(
                        "Revision 'a' is declared more than once, first in jar:%s!/db/shop/more/r.sql:1 (jar:%s!/db/shop/more/r.sql:1)."
                                        .formatted(url(first), url(second))
                                + " Give one of them another id.");
    }

    private static List<String> origins(String... locations) {
        return Revisions.read(List.of(locations)).graph().inOrder().stream()
                .map(revision -> revision.origin().toString())
                .toList();
    }

    private Path jar(String name, String sql) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String directory : List.of("db/", "db/shop/", "db/shop/more/")) {
                zip.putNextEntry(new ZipEntry(directory));
            }
            for (String entry : List.of("db/shop/more/r.sql", "db/shop/more/.#r.sql", "db/shop/.old/r.sql")) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(sql.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static <T> T within(List<Path> jars, Callable<T> work) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] urls =
                Stream.of(jars.toArray(Path[]::new)).map(LocationTests::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            return work.call();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
