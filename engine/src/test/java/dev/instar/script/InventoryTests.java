package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTests {

    @TempDir
    Path folder;

    @Test
    void aFolderIsTheSameUntilARevisionInItChanges() throws IOException {
        Path file = write("a/001_first.sql", "SELECT 1;");
        String before = goal();
        write("a/notes.txt", "read by nobody");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(goal()).isEqualTo(before).matches("[0-9a-f]{8,16}");

        write("a/001_first.sql", "SELECT 2;");
        String edited = goal();
        write("a/001_first.sql", "SELECT 1;");
        Files.move(file, folder.resolve("a/002_first.sql"));
        assertThat(Set.of(before, edited, String.valueOf(goal()))).hasSize(3);
    }

    @Test
    void aFileBehindALinkCountsLikeAnyOther() throws IOException {
        write("a/001_first.sql", "SELECT 1;");
        Path elsewhere = write("b/002_second.sql", "SELECT 2;");
        Files.createSymbolicLink(folder.resolve("a/more"), elsewhere.getParent());
        String before = goal();
        write("b/002_second.sql", "SELECT 3;");
        assertThat(goal()).isNotNull().isNotEqualTo(before);
    }

    @Test
    void aMountedVolumeIsTheSameOnEveryMachine() throws IOException {
        Set<String> goals = new HashSet<>();
        for (String mounted : List.of("..2026_01_01", "..2026_01_02")) {
            Path data = write("a/" + mounted + "/001_first.sql", "SELECT 1;").getParent();
            Path link = folder.resolve("a/..data");
            Files.createSymbolicLink(link, data);
            Files.createSymbolicLink(folder.resolve("a/001_first.sql"), link.resolve("001_first.sql"));
            goals.add(String.valueOf(goal()));
            for (String each : List.of("001_first.sql", "..data", mounted + "/001_first.sql", mounted)) {
                Files.delete(folder.resolve("a").resolve(each));
            }
        }
        assertThat(goals).hasSize(1).doesNotContain("null");
    }

    @Test
    void whatCannotBeLookedIntoHasToBeRead() throws IOException {
        assertThat(Inventory.of(List.of("file:" + folder.resolve("missing")), RevisionOptions.NONE))
                .isNull();
        write("a/001_first.sql", "SELECT 1;");
        Files.createSymbolicLink(folder.resolve("a/round"), folder.resolve("a"));
        assertThat(goal()).isNull();
    }

    @Test
    void environmentsTheNamesOfPlaceholdersAndJavaRevisionsCountButNoSecret() throws IOException {
        write("a/001_first.sql", "SELECT 1;");
        RevisionOptions options = RevisionOptions.NONE.withPlaceholders(Map.of("owner", "secret"));
        assertThat(goal(options)).isEqualTo(goal(options.withPlaceholders(Map.of("owner", "other"))));
        assertThat(Set.of(
                        String.valueOf(goal()),
                        String.valueOf(goal(options)),
                        String.valueOf(goal(options.withEnvironments("prod"))),
                        String.valueOf(goal(options.withJavaRevisionClasses(InventoryTests.class.getName())))))
                .hasSize(4);
        assertThat(goal(options.withJavaRevisionClasses("no.such.Revision"))).isNull();
    }

    @Test
    void aJarTellsByItselfWhateverTheOrderOfItsFiles() throws Exception {
        Map.Entry<String, String> first = Map.entry("db/migration/001_first.sql", "SELECT 1;");
        Map.Entry<String, String> second = Map.entry("db/migration/b/002_second.sql", "SELECT 2;");
        Path one = jar("one.jar", first, second);
        Path same = jar("same.jar", second, first);
        Path other = jar("other.jar", first, Map.entry(second.getKey(), "SELECT 3;"));
        assertThat(goalIn(one)).isNotNull().isEqualTo(goalIn(same)).isNotEqualTo(goalIn(other));
    }

    @Test
    void howAJarIsPutTogetherDoesNotMatter() throws Exception {
        Path plain = jar(
                "plain.jar",
                Map.entry("db/migration/001_first.sql", "SELECT 1;"),
                Map.entry("db/migration/002_Ü.SQL", "SELECT 2;"),
                Map.entry("db/migration/notes.txt", "read by nobody"),
                Map.entry("db/migrations/001_other.sql", "SELECT 3;"),
                Map.entry("other/db/migration/003_third.sql", "SELECT 3;"));
        byte[] bytes = Files.readAllBytes(plain);
        byte[] commented = Arrays.copyOf(bytes, bytes.length + 2);
        commented[bytes.length - 2] = 2;
        Path withComment = Files.write(folder.resolve("comment.jar"), commented);
        ByteArrayOutputStream executable = new ByteArrayOutputStream();
        executable.writeBytes("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        executable.writeBytes(bytes);
        Path behindScript = Files.write(folder.resolve("script.jar"), executable.toByteArray());
        assertThat(List.of(String.valueOf(goalIn(withComment)), String.valueOf(goalIn(behindScript))))
                .containsOnly(goalIn(plain));

        Path fewer = jar(
                "fewer.jar",
                Map.entry("db/migration/001_first.sql", "SELECT 1;"),
                Map.entry("db/migration/002_Ü.SQL", "SELECT 2;"));
        assertThat(goalIn(fewer)).isEqualTo(goalIn(plain));
    }

    @Test
    void aJarOfVeryManyFilesIsCountedToTheLast() throws Exception {
        Path many = folder.resolve("many.jar");
        Path one = folder.resolve("one.jar");
        for (Path jar : List.of(many, one)) {
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
                zip.putNextEntry(empty("db/migration/"));
                for (int i = 0; i < (jar.equals(many) ? 0x10000 : 0); i++) {
                    zip.putNextEntry(empty("static/" + i));
                }
                zip.putNextEntry(empty("db/migration/001_first.sql"));
            }
        }
        assertThat(goalIn(many)).isNotNull().isEqualTo(goalIn(one));
    }

    private static ZipEntry empty(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(0);
        entry.setCrc(0);
        return entry;
    }

    private @Nullable String goalIn(Path jar) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);
            Inventory inventory = Inventory.of(List.of("classpath:db/migration"), RevisionOptions.NONE);
            return inventory == null ? null : inventory.goal("heads");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private @Nullable String goal() {
        return goal(RevisionOptions.NONE);
    }

    private @Nullable String goal(RevisionOptions options) {
        Inventory inventory = Inventory.of(List.of("file:" + folder.resolve("a")), options);
        return inventory == null ? null : inventory.goal("heads");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @SafeVarargs
    private final Path jar(String name, Map.Entry<String, String>... files) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("db/migration/"));
            for (Map.Entry<String, String> entry : files) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
