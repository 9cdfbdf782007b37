package dev.instar.script;

import dev.instar.revision.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;

/** A folder of the file system. */
record FileLocation(Path folder) implements Location {

    static FileLocation parse(String path) {
        return new FileLocation(Path.of(path.startsWith("///") ? path.substring(2) : path));
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    @Override
    public List<Source> sources(Problems problems) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".sql") && !Files.isDirectory(file))
                    .sorted(Comparator.comparing(this::pathBelow))
                    .map(file -> new Source(folder + "/" + pathBelow(file), new FileSystemResource(file)))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(
                    "The folder '%s' cannot be read".formatted(folder),
                    null,
                    "Let the service's user read the folder and everything in it.");
            return List.of();
        }
    }

    private String pathBelow(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return FILE + folder;
    }
}
