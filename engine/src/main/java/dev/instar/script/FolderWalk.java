package dev.instar.script;

import dev.instar.revision.Problems;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the SQL files of a folder; what cannot be looked into is named, and the rest is looked at all the same. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final Problems problems;
    private final List<Path> files = new ArrayList<>();

    FolderWalk(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    List<Path> files() {
        return files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (Ending.isMeant(file.getFileName().toString()) && !isHidden(file)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
        if (!isHidden(path)) {
            refuse(path, failure);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
        if (failure != null) {
            refuse(directory, failure);
        }
        return FileVisitResult.CONTINUE;
    }

    void refuse(Path path, IOException failure) {
        if (failure instanceof FileSystemLoopException) {
            problems.add(
                    "The link '%s' leads back to a folder that it is in".formatted(path),
                    null,
                    "Take it out, or let it lead somewhere else.");
        } else {
            problems.add(
                    "The folder '%s' cannot be read: %s".formatted(path, UnreadableFile.reason(failure)),
                    null,
                    "Let the service's user read it and everything in it, or take it out.");
        }
    }

    /** A mounted volume keeps its former contents in hidden folders, and an editor what is not saved yet in files. */
    private boolean isHidden(Path path) {
        return !path.equals(folder) && path.getFileName().toString().startsWith(".");
    }
}
