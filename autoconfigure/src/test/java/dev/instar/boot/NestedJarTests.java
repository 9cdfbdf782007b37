package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.script.Inventory;
import dev.instar.script.RevisionOptions;
import dev.instar.script.Revisions;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.launch.JarLauncher;

/** Revisions of a service and of its library, which is a jar within the service's jar, read through Boot's own launcher. */
class NestedJarTests {

    @TempDir
    Path folder;

    @Test
    void readsRevisionsFromTheServicesJarAndAJarWithinIt() throws Exception {
        Path library = folder.resolve("library.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library))) {
            add(jar, "db/nested/", "");
            add(jar, "db/nested/001_first.sql", "CREATE TABLE a (id int);\nCOPY a FROM STDIN;\n1\n\\.\n");
            add(jar, "db/nested/more/", "");
            add(jar, "db/nested/more/b.sql", "-- @revision b\n-- @revises 001\nSELECT 'é';\n");
        }
        assertThat(run(serviceWith(library))).endsWith("""
                001 First, db/own/001_first.sql
                  SELECT 1
                001 First, db/nested/001_first.sql
                  CREATE TABLE a (id int)
                  COPY a FROM STDIN
                b B, db/nested/more/b.sql
                  SELECT 'é'
                """);
    }

    @Test
    void whatTheServicesJarHoldsIsCountedAsInAnyOther() throws Exception {
        Path same = folder.resolve("same.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(same))) {
            add(jar, "db/own/", "");
            add(jar, "db/own/001_first.sql", "SELECT 1;");
        }
        Path library = folder.resolve("library.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library))) {
            add(jar, "db/nested/", "");
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {same.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);
            assertThat(run(serviceWith(library))).contains("own %s\n".formatted(Service.own()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A service with a library, and with a revision of its own. */
    private Path serviceWith(Path library) throws Exception {
        Path service = folder.resolve("a service.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(service))) {
            add(
                    jar,
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\nStart-Class: %s\n".formatted(Service.class.getName()));
            addLauncher(jar);
            add(jar, "BOOT-INF/classes/", "");
            add(jar, "BOOT-INF/classes/db/own/", "");
            add(jar, "BOOT-INF/classes/db/own/001_first.sql", "SELECT 1;");
            add(jar, "BOOT-INF/lib/", "");
            addStored(jar, "BOOT-INF/lib/library.jar", Files.readAllBytes(library));
        }
        return service;
    }

    private static String run(Path service) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        service + File.pathSeparator + System.getProperty("java.class.path"),
                        JarLauncher.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void addLauncher(JarOutputStream jar) throws Exception {
        Path loader = Path.of(JarLauncher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (JarFile source = new JarFile(loader.toFile())) {
            for (JarEntry entry : Collections.list(source.entries())) {
                if (entry.getName().endsWith(".class")) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    source.getInputStream(entry).transferTo(jar);
                }
            }
        }
    }

    private static void add(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The launcher reads libraries where they lie, which is why they are not compressed once more. */
    private static void addStored(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        JarEntry entry = new JarEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        jar.putNextEntry(entry);
        jar.write(bytes);
    }

    /** Prints the revisions that it finds, each with its statements. */
    static final class Service {

        private Service() {}

        /** What stands for the revisions of the service's own, wherever they lie. */
        static String own() {
            return Objects.requireNonNull(Inventory.of(List.of("classpath:db/own"), RevisionOptions.NONE))
                    .goal("heads");
        }

        public static void main(String[] arguments) throws IOException {
            StringBuilder text = new StringBuilder("own %s\n".formatted(own()));
            describe(Revisions.read(List.of("classpath:db/own")), text);
            describe(Revisions.read(List.of("classpath:db/nested")), text);
            System.out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }

        private static void describe(Revisions revisions, StringBuilder text) {
            for (Revision revision : revisions.graph().inOrder()) {
                text.append("%s %s, %s\n"
                        .formatted(
                                revision.id(),
                                revision.message(),
                                revision.origin().file()));
                revisions
                        .script(revision.id())
                        .forEach(Direction.UPGRADE, statement -> text.append("  %s\n".formatted(statement.text())));
            }
        }
    }
}
