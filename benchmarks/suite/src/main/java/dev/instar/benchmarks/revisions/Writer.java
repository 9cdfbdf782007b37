package dev.instar.benchmarks.revisions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Writes revisions down, once for each language. */
public final class Writer {

    private final Path work;

    public Writer(Path work) {
        this.work = work;
    }

    public Written write(String set, Language language, List<Change> changes) throws IOException {
        Path root = work.resolve(set).resolve(language.name().toLowerCase(java.util.Locale.ROOT));
        Written written =
                new Written(root, root.resolve(language.folder()), work.resolve(set + "-" + language + ".jar"));
        if (!Files.exists(written.jar())) {
            Files.createDirectories(written.folder());
            for (Change change : changes) {
                write(change, language, written.folder());
            }
            if (language == Language.LIQUIBASE) {
                Files.writeString(root.resolve("db/changelog/master.xml"), Language.liquibaseMaster(changes));
            }
            pack(root, written.jar());
        }
        return written;
    }

    private static void write(Change change, Language language, Path folder) throws IOException {
        Path file = folder.resolve(language.fileName(change));
        if (language == Language.INSTAR && change.original() != null) {
            Files.copy(change.original(), file);
        } else {
            Files.writeString(file, language.text(change));
        }
    }

    private static void pack(Path root, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream target = new JarOutputStream(out);
                Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = root.relativize(file).toString();
                if (Files.isDirectory(file) && !name.isEmpty()) {
                    target.putNextEntry(new JarEntry(name + "/"));
                } else if (!name.isEmpty()) {
                    target.putNextEntry(new JarEntry(name));
                    Files.copy(file, target);
                }
                target.closeEntry();
            }
        }
    }
}
