package dev.instar.script;

import dev.instar.revision.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * What lies where revisions are read from, without reading it: the names, sizes and checksums that a jar keeps of its
 * files anyway. As long as nothing of that changes, the revisions are the same.
 */
public final class Inventory {

    private static final String UNTOLD = "Only reading would tell what this is";

    private final ClassLoader loader;
    private final List<String> lines = new ArrayList<>();
    private final FileSum files = new FileSum();

    private Inventory(ClassLoader loader) {
        this.loader = loader;
    }

    /** Everything that decides which revisions there are, or {@code null} where only reading them would tell. */
    public static @Nullable Inventory of(List<String> locations, RevisionOptions options) {
        ClassLoader loader = new DefaultResourceLoader().getClassLoader();
        if (loader == null || RevisionIndex.inUse() != null) {
            return null;
        }
        try {
            Inventory inventory = new Inventory(loader);
            inventory.addOptions(options);
            for (String location : locations) {
                inventory.add(location);
            }
            return inventory;
        } catch (IOException | UncheckedIOException | IllegalArgumentException untold) {
            return null;
        }
    }

    private void addOptions(RevisionOptions options) throws IOException {
        lines.add(options.placeholders().keySet().stream().sorted().toList().toString());
        lines.add(options.environments().stream().sorted().toList().toString());
        for (JavaRevision revision : options.javaRevisions()) {
            addClass(JavaHeaderReader.declaredType(revision.getClass()).getName());
        }
        for (String name : options.javaRevisionClasses()) {
            addClass(name);
        }
        lines.add(files.toString());
    }

    private void addClass(String name) throws IOException {
        try (InputStream code = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (code == null) {
                throw new IOException(UNTOLD);
            }
            addContent(name, code);
        }
    }

    private void add(String written) throws IOException {
        Location location = Location.parse(written);
        if (location instanceof FileLocation folder) {
            add(folder);
        } else if (location instanceof ClasspathLocation classpath) {
            for (URL url : Collections.list(loader.getResources(classpath.folder()))) {
                add(url, classpath.folder());
            }
        }
        lines.add(written + ' ' + files);
    }

    /** What is hidden does not count: where a volume is mounted, that is called otherwise on each machine. */
    private void add(FileLocation location) throws IOException {
        Problems unread = new Problems();
        List<Path> found = location.exists() ? location.files(unread) : List.of();
        if (!location.exists() || !unread.isEmpty()) {
            throw new IOException(UNTOLD);
        }
        for (Path file : found) {
            addFile(location.folder(), file);
        }
    }

    private void add(URL url, String folder) throws IOException {
        if (url.getProtocol().equals("file")) {
            addFolder(Path.of(FileIdentity.of(url)));
            return;
        }
        JarFolder inJar = JarFolder.of(url, folder);
        FileSum sum = inJar == null ? null : inJar.sum();
        if (sum == null) {
            addFromJar(url, folder);
        } else {
            files.add(sum);
        }
    }

    private void addFromJar(URL url, String folder) throws IOException {
        if (!(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException(UNTOLD);
        }
        connection.setUseCaches(false);
        try (ZipFile jar = connection.getJarFile()) {
            for (Iterator<? extends ZipEntry> entries = jar.entries().asIterator(); entries.hasNext(); ) {
                ZipEntry entry = entries.next();
                if (entry.getName().startsWith(folder) && Ending.isMeant(entry.getName())) {
                    add(entry.getName(), entry.getSize(), entry.getCrc());
                }
            }
        }
    }

    /** Files in folders, as in the middle of development, have nothing that speaks for their content. */
    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Inventory::isMeant).toList()) {
                addFile(folder, file);
            }
        }
    }

    private static boolean isMeant(Path file) {
        return Ending.isMeant(file.getFileName().toString());
    }

    private void addFile(Path folder, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            try (InputStream content = Files.newInputStream(file)) {
                addContent(folder.relativize(file).toString(), content);
            }
        }
    }

    private void addContent(String name, InputStream content) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(content, new CRC32());
        long size = checked.transferTo(OutputStream.nullOutputStream());
        add(name, size, checked.getChecksum().getValue());
    }

    private void add(String file, long size, long checksum) throws IOException {
        if (size < 0 || checksum < 0) {
            throw new IOException(UNTOLD);
        }
        files.add(file, size, checksum);
    }

    /**
     * What stands for the wish to bring a database to a target of these revisions; short, and without blanks.
     *
     * @param target as it is written
     */
    public String goal(String target) {
        Checksum one = new CRC32();
        Checksum other = new CRC32C();
        for (String line : lines) {
            add(line, one, other);
        }
        add(DraftReader.ALGORITHM + ' ' + target, one, other);
        return Long.toHexString(one.getValue() << Integer.SIZE | other.getValue());
    }

    /** Two checksums, because neither they nor those in a jar are made against people, and these take no time. */
    private static void add(String line, Checksum one, Checksum other) {
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        one.update(bytes);
        other.update(bytes);
    }
}
