package dev.instar.script;

import dev.instar.revision.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;

/** A folder of the file system. Links are followed; hidden files and folders are not revisions. */
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
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".sql") && !Files.isDirectory(file))
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .map(file -> new Source(
                            folder + "/" + pathBelow(file), FileIdentity.of(file), new FileSystemResource(file)))
                    .sorted(Comparator.comparing(Source::name))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(
                    "The folder '%s' cannot be read".formatted(folder),
                    null,
                    "Let the service's user read the folder and everything in it, and let no link lead back to it.");
            return List.of();
        }
    }

    /** A mounted volume keeps its former contents in hidden folders, and an editor what is not saved yet in files. */
    private static boolean isHidden(Path below) {
        for (Path part : below) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private String pathBelow(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return FILE + folder;
    }
}
